//! How large a picture is, as its first bytes say.
//!
//! In: a file. Out: its size in pixels, as browsers show it, if it is a picture that has one: pages reserve its
//! place before it is there. Decodes nothing, and knows no size of vector drawings.

use imagesize::ImageType;

use super::Source;

/// How much of a file is read: what says the size stands before the picture, behind a profile and a small preview.
const HEAD: usize = 1 << 20;
/// The most that HTML takes for a size: a signed 32-bit number.
const LARGEST: usize = i32::MAX as usize;

/// The size of a picture in pixels, neither side 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Source {
    /// Its size, if this is a picture of pixels.
    pub fn picture(&self) -> Option<Size> {
        size(&self.bytes)
    }
}

fn size(bytes: &[u8]) -> Option<Size> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let kind = imagesize::image_type(head).ok()?;
    let said = imagesize::blob_size(head).ok()?;
    let side =
        |side: usize| if side <= LARGEST { u32::try_from(side).ok().filter(|side| *side > 0) } else { None };
    let (width, height) = (side(said.width)?, side(said.height)?);
    match kind {
        ImageType::Jpeg if lies_on_its_side(head).unwrap_or(false) => {
            Some(Size { width: height, height: width })
        }
        _ => Some(Size { width, height }),
    }
}

/// Whether a camera was turned when it took the photograph: browsers turn it back (Exif 2.32, 4.6.4, tag 0x0112).
fn lies_on_its_side(jpeg: &[u8]) -> Option<bool> {
    let mut at = 2;
    // Exif stands in the first segments; those of the picture itself follow.
    while let [0xFF, marker, high, low] = *jpeg.get(at..at + 4)?
        && (0xE0..=0xEF).contains(&marker)
    {
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = jpeg.get(at + 4..(at + 2 + length).max(at + 4))?;
        if let (0xE1, Some(exif)) = (marker, segment.strip_prefix(b"Exif\0\0")) {
            return Some(matches!(orientation(exif)?, 5..=8));
        }
        at += 2 + length;
    }
    None
}

/// The orientation that a TIFF header with one directory says.
fn orientation(tiff: &[u8]) -> Option<u16> {
    let number: fn([u8; 2]) -> u16 = match tiff.get(..4)? {
        b"II*\0" => u16::from_le_bytes,
        b"MM\0*" => u16::from_be_bytes,
        _ => return None,
    };
    let short = |at: usize| Some(number(tiff.get(at..at + 2)?.try_into().ok()?));
    let large = if tiff.starts_with(b"II") { u32::from_le_bytes } else { u32::from_be_bytes };
    let directory = usize::try_from(large(tiff.get(4..8)?.try_into().ok()?)).ok()?;
    let entries = usize::from(short(directory.min(tiff.len()))?);
    let starts = (0..entries).map(|entry| directory + 2 + 12 * entry);
    let entry = starts.take_while(|at| *at < tiff.len()).find(|at| short(*at) == Some(0x0112))?;
    short(entry + 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of 3 by 2 pixels as far as its size, with these segments before it.
    fn jpeg(segments: &[u8]) -> Vec<u8> {
        [&[0xFF, 0xD8], segments, &[0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0]].concat()
    }

    /// The segment in which a camera says how it was held.
    fn exif(orientation: u8, order: &[u8; 2]) -> Vec<u8> {
        let tiff: &[u8] = match order {
            b"II" => {
                &[b'I', b'I', b'*', 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
            }
            _ => &[b'M', b'M', 0, b'*', 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
        };
        [&[0xFF, 0xE1, 0, 8 + u8::try_from(tiff.len()).unwrap()], b"Exif\0\0".as_slice(), tiff].concat()
    }

    fn pictures() -> Vec<(Vec<u8>, (u32, u32))> {
        let avif = b"\0\0\0\x10ftypavif\0\0\0\0\0\0\0\x34meta\0\0\0\0\0\0\0\x24iprp\0\0\0\x1cipco\0\0\0\x14ispe\0\0\0\0\0\0\0\x03\0\0\0\x02";
        let jfif = b"\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";
        vec![
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0".to_vec(), (3, 2)),
            (b"GIF89a\x03\0\x02\0\0\0\0;".to_vec(), (3, 2)),
            (b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x02\x40\0\0\0\0\0\0".to_vec(), (3, 2)),
            (avif.to_vec(), (3, 2)),
            (jpeg(&[]), (3, 2)),
            (jpeg(jfif), (3, 2)),
            (jpeg(&exif(1, b"II")), (3, 2)),
            (jpeg(&[jfif.as_slice(), &exif(6, b"II")].concat()), (2, 3)),
            (jpeg(&exif(8, b"MM")), (2, 3)),
        ]
    }

    #[test]
    fn a_picture_has_the_size_that_browsers_show() {
        for (bytes, (width, height)) in pictures() {
            assert_eq!(size(&bytes), Some(Size { width, height }), "{bytes:?}");
        }
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='2'/>";
        for other in ["", "words", "GIF89a\0\0\0\0", svg, "%PDF-1.7"] {
            assert_eq!(size(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn no_bytes_are_too_much() {
        for (bytes, _) in pictures() {
            for at in 0..bytes.len() {
                size(&bytes[..at]);
                for byte in [0, 1, 0x7F, 0x80, 0xFE, 0xFF] {
                    let mut other = bytes.clone();
                    other[at] = byte;
                    size(&other);
                }
            }
        }
    }
}
