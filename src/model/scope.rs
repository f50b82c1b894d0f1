//! Scopes: whom a question is for, and which scope contains which.
//!
//! Everyone contains each industry (and its parents contain it) and each role (and its family contains it);
//! a role in an industry is inside both.

use super::{IndustryIx, Library, RoleIx};

/// Everyone, an industry, a role, or a role in an industry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Scope {
    /// The role, or any.
    pub role: Option<RoleIx>,
    /// The industry, or any.
    pub industry: Option<IndustryIx>,
}

impl Scope {
    /// The scope that contains all others.
    pub const EVERYONE: Scope = Scope { role: None, industry: None };

    /// One role, in any industry.
    pub fn role(role: RoleIx) -> Scope {
        Scope { role: Some(role), industry: None }
    }

    /// One industry, in any role.
    pub fn industry(industry: IndustryIx) -> Scope {
        Scope { role: None, industry: Some(industry) }
    }
}

/// The lines of parents that order scopes; a part of the library that exists before it.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'l> {
    pub(super) roles: &'l [super::Role],
    pub(super) industries: &'l [super::Industry],
}

impl<'l> Lines<'l> {
    /// The lines of a library.
    pub fn of(library: &'l Library) -> Lines<'l> {
        Lines { roles: &library.roles, industries: &library.industries }
    }

    /// How far `outer` stands above `inner`, per part; 0 is itself, `None` when it does not contain it.
    fn distance(self, outer: Scope, inner: Scope) -> Option<(usize, usize)> {
        let role = match (outer.role, inner.role) {
            (None, _) => ANY,
            (Some(outer), Some(inner)) if outer == inner => 0,
            (Some(outer), Some(inner)) => {
                1 + self.roles[inner.at()].ancestors.iter().position(|role| *role == outer)?
            }
            (Some(_), None) => return None,
        };
        let industry = match (outer.industry, inner.industry) {
            (None, _) => ANY,
            (Some(outer), Some(inner)) if outer == inner => 0,
            (Some(outer), Some(inner)) => {
                1 + self.industries[inner.at()].ancestors.iter().position(|industry| *industry == outer)?
            }
            (Some(_), None) => return None,
        };
        Some((role, industry))
    }

    /// Whether `outer` contains `inner` or is it.
    pub fn contains(self, outer: Scope, inner: Scope) -> bool {
        self.distance(outer, inner).is_some()
    }

    /// Whether `outer` contains `inner` and more.
    pub fn is_broader(self, outer: Scope, inner: Scope) -> bool {
        outer != inner && self.contains(outer, inner)
    }

    /// How specific `scope` is among the scopes that contain `page`: least first, role before industry.
    pub fn rank(self, scope: Scope, page: Scope) -> (usize, usize, usize) {
        let (role, industry) = self.distance(scope, page).unwrap_or((ANY, ANY));
        let open = usize::from(scope.role.is_none()) + usize::from(scope.industry.is_none());
        (open, role, industry)
    }

    /// Every scope that contains `page`, itself included, most specific first.
    pub fn around(self, page: Scope) -> Vec<Scope> {
        let roles =
            page.role.map(|role| [role].into_iter().chain(self.roles[role.at()].ancestors.iter().copied()));
        let roles: Vec<Option<RoleIx>> = roles.into_iter().flatten().map(Some).chain([None]).collect();
        let up = |industry: IndustryIx| self.industries[industry.at()].ancestors.iter().copied();
        let industries = page.industry.map(|industry| [industry].into_iter().chain(up(industry)));
        let industries: Vec<Option<IndustryIx>> =
            industries.into_iter().flatten().map(Some).chain([None]).collect();
        let mut scopes: Vec<Scope> = roles
            .iter()
            .flat_map(|role| industries.iter().map(|industry| Scope { role: *role, industry: *industry }))
            .collect();
        scopes.sort_by_key(|scope| self.rank(*scope, page));
        scopes
    }
}

/// Farther than any parent.
const ANY: usize = usize::MAX;
