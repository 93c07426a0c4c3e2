use super::{Broken, DISTANCES, END, LENGTHS, LONGEST, ORDER, distance};

/// Bits in the order of deflate, the lowest of each byte first.
struct Bits<'a> {
    bytes: &'a [u8],
    /// How many bits of the first byte are used up.
    used: u32,
}

impl<'a> Bits<'a> {
    /// So many bits as a number, the first the lowest.
    fn take(&mut self, count: u32) -> Result<usize, Broken> {
        let mut number = 0;
        for place in 0..count {
            let byte = *self.bytes.first().ok_or(Broken::Stream)?;
            number |= usize::from(byte >> self.used & 1) << place;
            self.used += 1;
            if self.used == 8 {
                self.whole_bytes();
            }
        }
        Ok(number)
    }

    /// From here on at the start of a byte.
    fn whole_bytes(&mut self) -> &'a [u8] {
        if self.used > 0 {
            self.bytes = &self.bytes[1..];
            self.used = 0;
        }
        self.bytes
    }
}

/// A canonical code, made for reading.
struct Code {
    /// How many codes there are of each length.
    counts: [usize; LONGEST + 1],
    /// The symbols in the order of their codes.
    symbols: Vec<usize>,
}

impl Code {
    /// From the length of each symbol's code; 0 for symbols that do not occur.
    fn new(lengths: &[u8]) -> Result<Code, Broken> {
        let mut counts = [0; LONGEST + 1];
        let mut symbols = Vec::new();
        let mut free = 1_usize;
        for length in 1..=LONGEST {
            let own = lengths.iter().enumerate();
            let own = own.filter(|(_, own)| usize::from(**own) == length);
            let before = symbols.len();
            symbols.extend(own.map(|(symbol, _)| symbol));
            counts[length] = symbols.len() - before;
            free = (2 * free)
                .checked_sub(counts[length])
                .ok_or(Broken::Stream)?;
        }
        Ok(Code { counts, symbols })
    }

    fn read(&self, bits: &mut Bits<'_>) -> Result<usize, Broken> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for count in &self.counts[1..] {
            code |= bits.take(1)?;
            if code < first + count {
                return Ok(self.symbols[index + code - first]);
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        Err(Broken::Stream)
    }
}

/// What deflated bytes hold, and the bytes behind them.
pub(super) fn inflate(packed: &[u8], most: usize) -> Result<(Vec<u8>, &[u8]), Broken> {
    let mut bits = Bits {
        bytes: packed,
        used: 0,
    };
    let mut bytes = Vec::new();
    loop {
        let is_last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut bytes, most)?,
            1 => {
                let (literals, distances) = fixed_codes();
                copies(&mut bits, &literals?, &distances?, &mut bytes, most)?;
            }
            2 => {
                let (literals, distances) = told_codes(&mut bits)?;
                copies(&mut bits, &literals, &distances, &mut bytes, most)?;
            }
            _ => return Err(Broken::Stream),
        }
        if is_last {
            return Ok((bytes, bits.whole_bytes()));
        }
    }
}

/// A block of bytes as they are (RFC 1951, section 3.2.4).
fn stored(bits: &mut Bits<'_>, bytes: &mut Vec<u8>, most: usize) -> Result<(), Broken> {
    bits.whole_bytes();
    let (count, inverse) = (bits.take(16)?, bits.take(16)?);
    let (own, rest) = bits.bytes.split_at_checked(count).ok_or(Broken::Stream)?;
    if count ^ inverse != 0xffff {
        return Err(Broken::Stream);
    }
    if bytes.len() + count > most {
        return Err(Broken::TooLong);
    }
    bytes.extend(own);
    bits.bytes = rest;
    Ok(())
}

/// A block of bytes and copies of earlier ones (RFC 1951, section 3.2.3).
fn copies(
    bits: &mut Bits<'_>,
    literals: &Code,
    distances: &Code,
    bytes: &mut Vec<u8>,
    most: usize,
) -> Result<(), Broken> {
    loop {
        let symbol = literals.read(bits)?;
        if symbol == END {
            return Ok(());
        }
        if symbol < END {
            bytes.push(symbol as u8);
        } else {
            let (least, more) = *LENGTHS.get(symbol - END - 1).ok_or(Broken::Stream)?;
            let length = usize::from(least) + bits.take(u32::from(more))?;
            let (nearest, more) = distance(distances.read(bits)?);
            let from = bytes.len().checked_sub(nearest + bits.take(more)?);
            let from = from.ok_or(Broken::Stream)?;
            // A copy may reach into itself.
            for at in from..from + length {
                bytes.push(bytes[at]);
            }
        }
        if bytes.len() > most {
            return Err(Broken::TooLong);
        }
    }
}

/// The codes of a block that tells none (RFC 1951, section 3.2.6).
fn fixed_codes() -> (Result<Code, Broken>, Result<Code, Broken>) {
    let mut lengths = [8; 288];
    lengths[144..256].fill(9);
    lengths[256..280].fill(7);
    (Code::new(&lengths), Code::new(&[5; DISTANCES]))
}

/// The codes that a block begins with (RFC 1951, section 3.2.7).
fn told_codes(bits: &mut Bits<'_>) -> Result<(Code, Code), Broken> {
    let literals = bits.take(5)? + 257;
    let distances = bits.take(5)? + 1;
    let told = bits.take(4)? + 4;
    let mut of_lengths = [0; ORDER.len()];
    for place in &ORDER[..told] {
        of_lengths[*place] = bits.take(3)? as u8;
    }
    let code = Code::new(&of_lengths)?;
    let mut lengths: Vec<u8> = Vec::new();
    while lengths.len() < literals + distances {
        let (length, times) = match code.read(bits)? {
            16 => (*lengths.last().ok_or(Broken::Stream)?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            length => (length as u8, 1),
        };
        lengths.extend(std::iter::repeat_n(length, times));
    }
    if lengths.len() > literals + distances || lengths[END] == 0 {
        return Err(Broken::Stream);
    }
    let (literals, distances) = lengths.split_at(literals);
    Ok((Code::new(literals)?, Code::new(distances)?))
}
