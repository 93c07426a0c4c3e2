//! The zlib format (Deutsch and Gailly, RFC 1950, 1996) around deflate (Deutsch,
//! RFC 1951, 1996), read in full and written in one block.
//!
//! Own code, because the library it is tested against makes the wasm 57 kB
//! larger (22 kB with brotli), and this does not.

mod read;
mod write;

/// Why bytes cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// They were cut off or changed, or are no zlib.
    Stream,
    /// They hold more bytes than wanted.
    TooLong,
}

/// Lengths of copies (RFC 1951, section 3.2.5): the shortest of each symbol from
/// 257 on, and how many bits tell how much longer.
const LENGTHS: [(u16, u8); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];

/// The symbol that ends a block.
const END: usize = 256;
/// Symbols for bytes, the end and lengths; symbols for distances.
const LITERALS: usize = 286;
const DISTANCES: usize = 30;
/// The order in which a block tells the lengths of the code for code lengths.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];
/// The longest code.
const LONGEST: usize = 15;

/// The shortest distance of a symbol, and how many bits tell how much farther:
/// after the first four, two symbols for each number of bits.
fn distance(symbol: usize) -> (usize, u32) {
    match symbol {
        0..4 => (symbol + 1, 0),
        _ => {
            let bits = symbol / 2 - 1;
            ((2 + symbol % 2 << bits) + 1, bits as u32)
        }
    }
}

/// The canonical code (RFC 1951, section 3.2.2) that each symbol has, from its length.
fn codes(lengths: &[u8]) -> Vec<u16> {
    let mut codes = vec![0; lengths.len()];
    let mut next = 0;
    for length in 1..=LONGEST {
        for (symbol, _) in lengths
            .iter()
            .enumerate()
            .filter(|(_, own)| usize::from(**own) == length)
        {
            codes[symbol] = next;
            next += 1;
        }
        next <<= 1;
    }
    codes
}

/// The sum that tells whether bytes arrived as they were (RFC 1950, section 8.2).
fn adler(bytes: &[u8]) -> u32 {
    let (mut one, mut other) = (1, 0);
    for byte in bytes {
        one = (one + u32::from(*byte)) % 65_521;
        other = (other + one) % 65_521;
    }
    other << 16 | one
}

/// Bytes, packed.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    // Deflate with a window of 32 kB, at no particular effort.
    let mut packed = vec![0x78, 0x9c];
    write::deflate(bytes, &mut packed);
    packed.extend(adler(bytes).to_be_bytes());
    packed
}

/// What packed bytes hold, if it is at most `most` bytes.
pub(super) fn unpack(packed: &[u8], most: usize) -> Result<Vec<u8>, Broken> {
    let (&[method, flags], rest) = packed.split_first_chunk().ok_or(Broken::Stream)?;
    let fits = method & 15 == 8 && flags & 32 == 0;
    if !fits || (u32::from(method) << 8 | u32::from(flags)) % 31 != 0 {
        return Err(Broken::Stream);
    }
    let (bytes, rest) = read::inflate(rest, most)?;
    match rest.first_chunk() {
        Some(sum) if u32::from_be_bytes(*sum) == adler(&bytes) => Ok(bytes),
        _ => Err(Broken::Stream),
    }
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec_zlib;
    use miniz_oxide::inflate::decompress_to_vec_zlib;
    use proptest::prelude::*;

    use super::{Broken, pack, unpack};

    /// Rows of a table, letters that repeat, and any bytes.
    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![
            "([0-9]{1,3},-?[0-9]{1,2}\\.[0-9];){0,100}".prop_map(String::into_bytes),
            "([ab]{1,9}|x{1,400}){0,50}".prop_map(String::into_bytes),
            prop::collection::vec(any::<u8>(), 0..1000),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn what_is_packed_is_unpacked_here_and_by_the_library(bytes in bytes()) {
            let packed = pack(&bytes);
            prop_assert_eq!(decompress_to_vec_zlib(&packed).ok(), Some(bytes.clone()));
            prop_assert_eq!(unpack(&packed, bytes.len()), Ok(bytes));
        }

        #[test]
        fn what_the_library_packs_is_unpacked(bytes in bytes(), level in 0..=10_u8) {
            let packed = compress_to_vec_zlib(&bytes, level);
            prop_assert_eq!(unpack(&packed, bytes.len()), Ok(bytes));
        }

        #[test]
        fn any_bytes_are_read_or_refused_and_never_taken_for_others(
            packed in prop::collection::vec(any::<u8>(), 0..60), head in any::<bool>(),
        ) {
            let packed = if head { [&[0x78, 0x9c], &packed[..]].concat() } else { packed };
            let found = unpack(&packed, 1000);
            if let Ok(bytes) = found {
                prop_assert_eq!(decompress_to_vec_zlib(&packed).ok(), Some(bytes));
            }
        }
    }

    #[test]
    fn long_and_one_sided_bytes_come_back() {
        let counted: Vec<u8> = (0..20_000_u32)
            .flat_map(|n| n.wrapping_mul(n).to_le_bytes())
            .collect();
        // Frequencies like Fibonacci numbers make the longest codes.
        let mut skewed = Vec::new();
        let (mut one, mut other) = (1, 1);
        for byte in 0..21_u8 {
            skewed.extend(std::iter::repeat_n(byte, one));
            (one, other) = (other, one + other);
        }
        let mut state = 1_u64;
        for index in (1..skewed.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            skewed.swap(index, (state >> 33) as usize % (index + 1));
        }
        for bytes in [counted, skewed, vec![7; 70_000], Vec::new(), vec![0]] {
            let packed = pack(&bytes);
            assert!(decompress_to_vec_zlib(&packed).ok().as_ref() == Some(&bytes));
            assert!(unpack(&packed, bytes.len()).as_ref() == Ok(&bytes));
        }
    }

    #[test]
    fn what_is_too_long_is_not_unpacked() {
        let bomb = compress_to_vec_zlib(&vec![b'0'; 2_000_000], 9);
        assert!(bomb.len() < 4000);
        assert_eq!(unpack(&bomb, 1_000_000), Err(Broken::TooLong));
        let stored = compress_to_vec_zlib(&[1; 1000], 0);
        assert_eq!(unpack(&stored, 999), Err(Broken::TooLong));
    }
}
