use super::{DISTANCES, END, LENGTHS, LITERALS, LONGEST, ORDER, codes, distance};

/// Bits in the order of deflate, the lowest of each byte first.
struct Bits<'a> {
    bytes: &'a mut Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits<'_> {
    /// Appends so many bits of a number, the lowest first.
    fn put(&mut self, number: usize, count: u32) {
        self.held |= (number as u64) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }
}

/// A byte as it is, or a copy of earlier ones.
#[derive(Clone, Copy)]
enum Piece {
    Byte(u8),
    Copy { length: usize, back: usize },
}

/// A code made for writing.
struct Code {
    lengths: Vec<u8>,
    codes: Vec<u16>,
}

impl Code {
    fn new(counts: &[u32], longest: usize) -> Code {
        let lengths = lengths(counts, longest);
        Code {
            codes: codes(&lengths),
            lengths,
        }
    }

    /// Codes are written from their highest bit.
    fn put(&self, symbol: usize, bits: &mut Bits<'_>) {
        let length = u32::from(self.lengths[symbol]);
        let reversed = self.codes[symbol].reverse_bits() >> (16 - length);
        bits.put(usize::from(reversed), length);
    }
}

/// Appends the bytes in one block with codes of its own (RFC 1951, section 3.2.7).
pub(super) fn deflate(bytes: &[u8], packed: &mut Vec<u8>) {
    let pieces = pieces(bytes);
    // Codes of a single symbol are not everywhere understood: each has two.
    let mut literals = [0; LITERALS];
    let mut distances = [0; DISTANCES];
    literals[0] = 1;
    literals[END] = 1;
    distances[..2].fill(1);
    for piece in &pieces {
        match *piece {
            Piece::Byte(byte) => literals[usize::from(byte)] += 1,
            Piece::Copy { length, back } => {
                literals[END + 1 + length_symbol(length)] += 1;
                distances[distance_symbol(back)] += 1;
            }
        }
    }
    let literals = Code::new(&literals, LONGEST);
    let distances = Code::new(&distances, LONGEST);
    let mut bits = Bits {
        bytes: packed,
        held: 0,
        count: 0,
    };
    // The last block, and codes of its own.
    bits.put(0b101, 3);
    put_lengths(
        &[&literals.lengths[..], &distances.lengths].concat(),
        &mut bits,
    );
    for piece in pieces {
        put_piece(piece, &literals, &distances, &mut bits);
    }
    literals.put(END, &mut bits);
    bits.put(0, 7);
}

fn put_piece(piece: Piece, literals: &Code, distances: &Code, bits: &mut Bits<'_>) {
    match piece {
        Piece::Byte(byte) => literals.put(usize::from(byte), bits),
        Piece::Copy { length, back } => {
            let symbol = length_symbol(length);
            literals.put(END + 1 + symbol, bits);
            let (least, more) = LENGTHS[symbol];
            bits.put(length - usize::from(least), u32::from(more));
            let symbol = distance_symbol(back);
            distances.put(symbol, bits);
            let (least, more) = distance(symbol);
            bits.put(back - least, more);
        }
    }
}

/// Tells the codes: all symbols, each length by a code that is told first, long
/// runs of zeros as symbol 18.
fn put_lengths(lengths: &[u8], bits: &mut Bits<'_>) {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut rest = lengths;
    while let Some(&length) = rest.first() {
        let zeros = rest.iter().take(138).take_while(|l| **l == 0).count();
        let (symbol, times) = match zeros {
            11.. => (18, zeros),
            _ => (usize::from(length), 1),
        };
        runs.push((symbol, times));
        rest = &rest[times..];
    }
    let mut counts = [0; ORDER.len()];
    for (symbol, _) in &runs {
        counts[*symbol] += 1;
    }
    let code = Code::new(&counts, 7);
    bits.put(LITERALS - 257, 5);
    bits.put(DISTANCES - 1, 5);
    bits.put(ORDER.len() - 4, 4);
    for place in ORDER {
        bits.put(usize::from(code.lengths[place]), 3);
    }
    for (symbol, times) in runs {
        code.put(symbol, bits);
        if symbol == 18 {
            bits.put(times - 11, 7);
        }
    }
}

fn length_symbol(length: usize) -> usize {
    let beyond = LENGTHS.partition_point(|(least, _)| usize::from(*least) <= length);
    beyond - 1
}

fn distance_symbol(back: usize) -> usize {
    (1..DISTANCES)
        .find(|symbol| distance(*symbol).0 > back)
        .unwrap_or(DISTANCES)
        - 1
}

/// The shortest and the longest copy, and the farthest.
const SHORTEST_COPY: usize = 3;
const LONGEST_COPY: usize = 258;
const FARTHEST: usize = 32_768;
/// Earlier places looked at for a copy.
const LOOKS: usize = 32;
const NOWHERE: u32 = u32::MAX;

/// The bytes with copies for what stood there before: at each place the longest of
/// the last places that begin alike.
fn pieces(bytes: &[u8]) -> Vec<Piece> {
    let mut last = vec![NOWHERE; 1 << 15];
    let mut before = vec![NOWHERE; bytes.len()];
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let copy = longest_copy(bytes, at, &last, &before);
        let length = match copy {
            Piece::Byte(_) => 1,
            Piece::Copy { length, .. } => length,
        };
        for place in at..at + length {
            if let Some(slot) = slot(bytes, place) {
                before[place] = std::mem::replace(&mut last[slot], place as u32);
            }
        }
        pieces.push(copy);
        at += length;
    }
    pieces
}

fn longest_copy(bytes: &[u8], at: usize, last: &[u32], before: &[u32]) -> Piece {
    let mut best = Piece::Byte(bytes[at]);
    let Some(slot) = slot(bytes, at) else {
        return best;
    };
    let mut longest = SHORTEST_COPY - 1;
    let mut place = last[slot];
    for _ in 0..LOOKS {
        let from = place as usize;
        if place == NOWHERE || at - from > FARTHEST || longest == LONGEST_COPY {
            break;
        }
        let pairs = bytes[at..].iter().zip(&bytes[from..]);
        let same = pairs.take(LONGEST_COPY).take_while(|(a, b)| a == b);
        let length = same.count();
        if length > longest {
            longest = length;
            best = Piece::Copy {
                length,
                back: at - from,
            };
        }
        place = before[from];
    }
    best
}

/// Where places that begin with the same three bytes are kept.
fn slot(bytes: &[u8], at: usize) -> Option<usize> {
    let [one, two, three] = *bytes.get(at..)?.first_chunk()?;
    let three_bytes = u32::from_be_bytes([0, one, two, three]);
    // Knuth, The Art of Computer Programming 3, section 6.4: multiplicative hashing.
    Some((three_bytes.wrapping_mul(2_654_435_761) >> 17) as usize)
}

/// The lengths of a Huffman code (Huffman, "A method for the construction of
/// minimum-redundancy codes", 1952) no longer than a bound: where it would be,
/// counts are made more alike.
fn lengths(counts: &[u32], longest: usize) -> Vec<u8> {
    let mut counts = counts.to_vec();
    loop {
        let lengths = huffman(&counts);
        if lengths.iter().all(|length| usize::from(*length) <= longest) {
            return lengths;
        }
        for count in &mut counts {
            *count = count.div_ceil(2);
        }
    }
}

fn huffman(counts: &[u32]) -> Vec<u8> {
    let mut lengths = vec![0; counts.len()];
    // Each tree with how often it occurs and its symbols.
    let symbols = (0..counts.len()).filter(|symbol| counts[*symbol] > 0);
    let mut trees: Vec<(u32, Vec<usize>)> = symbols.map(|s| (counts[s], vec![s])).collect();
    while trees.len() > 1 {
        let mut rarest = || {
            let rarest = (0..trees.len()).min_by_key(|tree| trees[*tree].0);
            trees.swap_remove(rarest.unwrap_or(0))
        };
        let (one, other) = (rarest(), rarest());
        let symbols = [one.1, other.1].concat();
        for symbol in &symbols {
            lengths[*symbol] += 1;
        }
        trees.push((one.0 + other.0, symbols));
    }
    lengths
}
