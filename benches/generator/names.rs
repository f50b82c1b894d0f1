//! Names of made-up roles, industries, banks and people, written for this generator.

/// Trades: the titles of roles are made from them.
pub const TRADES: [&str; 40] = [
    "laboratory technician",
    "bookkeeper",
    "dental assistant",
    "warehouse planner",
    "museum guide",
    "social worker",
    "web designer",
    "pharmacy technician",
    "loan officer",
    "hotel manager",
    "surveyor",
    "translator",
    "librarian",
    "paralegal",
    "events planner",
    "data analyst",
    "physiotherapist",
    "electrician",
    "buyer",
    "journalist",
    "school counselor",
    "network technician",
    "food scientist",
    "claims adjuster",
    "landscape designer",
    "production planner",
    "medical coder",
    "recruiter",
    "park ranger",
    "speech therapist",
    "quality inspector",
    "payroll clerk",
    "fundraiser",
    "copy editor",
    "travel agent",
    "civil engineer",
    "dietitian",
    "machinist",
    "archivist",
    "dispatcher",
];

/// What stands before a trade when there are more roles than trades.
pub const STANDINGS: [&str; 10] =
    ["", "assistant", "senior", "field", "night", "regional", "trainee", "mobile", "lead", "contract"];

/// Sectors: the titles of industries are made from them.
pub const SECTORS: [&str; 20] = [
    "food processing",
    "public libraries",
    "freight",
    "insurance",
    "hotels",
    "clinics",
    "publishing",
    "energy supply",
    "furniture making",
    "museums",
    "banking",
    "schools",
    "farming",
    "shipbuilding",
    "software",
    "waste management",
    "retail",
    "film and television",
    "pharmaceuticals",
    "construction",
];

/// What stands before a sector when there are more industries than sectors.
pub const REACHES: [&str; 10] = [
    "",
    "rural",
    "urban",
    "family-run",
    "cooperative",
    "public",
    "export",
    "specialty",
    "online",
    "seasonal",
];

/// What banks are about.
pub const SUBJECTS: [&str; 24] = [
    "basics",
    "teamwork",
    "judgment",
    "planning",
    "tools",
    "clients",
    "safety",
    "quality",
    "numbers",
    "writing",
    "learning",
    "pressure",
    "change",
    "ethics",
    "first-days",
    "motivation",
    "careers",
    "daily-work",
    "training",
    "outlook",
    "systems",
    "records",
    "service",
    "growth",
];

/// Fields of study.
pub const STUDIES: [&str; 12] = [
    "coursework",
    "last internship",
    "volunteer work",
    "summer job",
    "final project",
    "lab work",
    "student club",
    "campus job",
    "semester abroad",
    "first-year courses",
    "military service",
    "part-time job",
];

/// First names, for samples.
pub const NAMES: [&str; 16] = [
    "Ana", "Boris", "Chen", "Dalia", "Emeka", "Farah", "Goran", "Hana", "Ines", "Jonas", "Kofi", "Leila",
    "Mina", "Nico", "Oluchi", "Petra",
];
