//! A mail server on this machine hands answers over (LMTP, RFC 2033). What is said is read with the
//! smtp-proto library; what is done with it is a small machine of its own: one letter to one address
//! at a time, of at most 64 kB, within time.

use super::{LARGEST, mime, webhook::deliver};
use crate::ways::{AnswerDoor, Answers};
use smtp_proto::{
    Error, MailFrom, RcptTo, Request,
    request::receiver::{DataReceiver, DummyDataReceiver, RequestReceiver},
};
use std::{io, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream, UnixListener, UnixStream},
    sync::Semaphore,
    time::timeout,
};
use web::Shared;

/// The longest wait for the next piece, and the longest a line stands in all.
const PATIENCE: Duration = Duration::from_secs(60);
const LONGEST_CALL: Duration = Duration::from_secs(600);
/// How many lines stand at once; a mail server hands over a few.
const AT_ONCE: usize = 16;
/// How many commands of a call are answered, and how many that are not understood.
const MOST_COMMANDS: usize = 1000;
const MOST_WRONG: usize = 10;
/// The most bytes that are read of a letter that is too large, so that its sender gets a sentence.
const HANG_UP_AT: usize = 16 << 20;
/// What is answered to a letter that is too large.
const TOO_LARGE: &str = "552 5.3.4 An answer is one word; this is too large";
/// How long a look at the door takes at most.
const LOOK: Duration = Duration::from_secs(5);

/// A door that is open: where a mail server hands over.
pub enum Listening {
    /// A Unix socket.
    Socket(UnixListener),
    /// A port of the loopback address.
    Port(TcpListener),
}

/// Takes answers for as long as it is left to.
pub async fn take_answers(at: Listening, house: Shared, answers: Answers) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let answers = Arc::new(answers);
    loop {
        let Ok(place) = places.clone().acquire_owned().await else {
            return;
        };
        let (house, answers) = (house.clone(), answers.clone());
        match at.accept().await {
            Ok(stream) => {
                tokio::spawn(async move {
                    // A line that breaks is the other side's to mend: it hands over again.
                    let _ = timeout(LONGEST_CALL, Call::new(stream, house, answers).answer()).await;
                    drop(place);
                });
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

trait Line: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Line for T {}

impl Listening {
    async fn accept(&self) -> io::Result<Box<dyn Line>> {
        Ok(match self {
            Self::Socket(listener) => Box::new(listener.accept().await?.0),
            Self::Port(listener) => {
                let (stream, _) = listener.accept().await?;
                stream.set_nodelay(true)?;
                Box::new(stream)
            }
        })
    }
}

/// Whether somebody answers at the door, as a mail server would find it.
pub(crate) async fn is_open(door: &AnswerDoor) -> bool {
    let look = async {
        let mut line: Box<dyn Line> = match door {
            AnswerDoor::Socket(path) => Box::new(UnixStream::connect(path).await?),
            AnswerDoor::Port(address) => Box::new(TcpStream::connect(address).await?),
        };
        let mut said = [0; 4];
        line.read_exact(&mut said).await?;
        line.write_all(b"QUIT\r\n").await?;
        Ok::<_, io::Error>(said == *b"220 ")
    };
    matches!(timeout(LOOK, look).await, Ok(Ok(true)))
}

/// What of a letter was said before it came.
#[derive(Default)]
struct Envelope {
    /// Whether MAIL was said, and whether it was from nobody (a bounce).
    from: Option<bool>,
    /// The token of the address it is to.
    token: Option<String>,
}

/// What is read next.
enum Reads {
    Commands,
    Letter(DataReceiver, Vec<u8>),
    /// The rest of a letter that is too large, and how much of it came.
    TooLarge(DummyDataReceiver, usize),
}

struct Call<S> {
    line: S,
    house: Shared,
    answers: Arc<Answers>,
    greeted: bool,
    envelope: Envelope,
    commands: usize,
    wrong: usize,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Call<S> {
    fn new(line: S, house: Shared, answers: Arc<Answers>) -> Self {
        Self {
            line,
            house,
            answers,
            greeted: false,
            envelope: Envelope::default(),
            commands: 0,
            wrong: 0,
        }
    }

    async fn answer(mut self) -> io::Result<()> {
        let domain = self.answers.domain().to_owned();
        self.reply(&format!("220 {domain} LMTP")).await?;
        let mut receiver = RequestReceiver::default();
        let mut reads = Reads::Commands;
        let mut piece = [0; 4096];
        loop {
            let Ok(n) = timeout(PATIENCE, self.line.read(&mut piece)).await else {
                return self.reply("421 4.4.2 Nothing came for a minute").await;
            };
            let mut bytes = match n? {
                0 => return Ok(()),
                n => piece[..n].iter(),
            };
            while !bytes.as_slice().is_empty() {
                reads = match reads {
                    Reads::Commands => {
                        let request = receiver.ingest(&mut bytes).map(Request::into_owned);
                        match self.command(request).await? {
                            Some(reads) => reads,
                            None => return Ok(()),
                        }
                    }
                    Reads::Letter(mut data, mut letter) => {
                        if data.ingest(&mut bytes, &mut letter) {
                            self.letter(&letter).await?;
                            Reads::Commands
                        } else if letter.len() > LARGEST {
                            Reads::TooLarge(DummyDataReceiver::new_data(&data), letter.len())
                        } else {
                            Reads::Letter(data, letter)
                        }
                    }
                    Reads::TooLarge(mut rest, came) => {
                        let came = came + bytes.len();
                        if rest.ingest(&mut bytes) {
                            self.envelope = Envelope::default();
                            self.reply(TOO_LARGE).await?;
                            Reads::Commands
                        } else if came > HANG_UP_AT {
                            return Ok(());
                        } else {
                            Reads::TooLarge(rest, came)
                        }
                    }
                };
            }
        }
    }

    async fn reply(&mut self, line: &str) -> io::Result<()> {
        let said = async {
            // In one piece, so that no half of it waits for the other.
            self.line
                .write_all(format!("{line}\r\n").as_bytes())
                .await?;
            self.line.flush().await
        };
        match timeout(PATIENCE, said).await {
            Ok(done) => done,
            Err(_) => Err(io::ErrorKind::TimedOut.into()),
        }
    }

    /// Answers one command; `None` ends the call.
    async fn command(
        &mut self,
        request: Result<Request<String>, Error>,
    ) -> io::Result<Option<Reads>> {
        let request = match request {
            Ok(request) => request,
            Err(Error::NeedsMoreData { .. }) => return Ok(Some(Reads::Commands)),
            Err(Error::ResponseTooLong) => {
                self.reply("500 5.5.2 That line is too long").await?;
                return Ok(None);
            }
            Err(_) => {
                self.wrong += 1;
                self.reply("501 5.5.2 That is not understood").await?;
                return Ok((self.wrong < MOST_WRONG).then_some(Reads::Commands));
            }
        };
        self.commands += 1;
        if self.commands > MOST_COMMANDS {
            self.reply("421 4.7.0 That is enough for one call").await?;
            return Ok(None);
        }
        match request {
            Request::Lhlo { .. } => {
                self.greeted = true;
                self.envelope = Envelope::default();
                let domain = self.answers.domain();
                let says = format!(
                    "250-{domain}\r\n250-PIPELINING\r\n250-8BITMIME\r\n\
                     250-ENHANCEDSTATUSCODES\r\n250 SIZE {LARGEST}"
                );
                self.reply(&says).await?;
            }
            Request::Mail { from } => self.from(&from).await?,
            Request::Rcpt { to } => self.to(&to).await?,
            Request::Data if self.envelope.token.is_some() => {
                self.reply("354 Go on").await?;
                return Ok(Some(Reads::Letter(DataReceiver::new(), Vec::new())));
            }
            Request::Data => self.reply("503 5.5.1 To whom?").await?,
            Request::Rset => {
                self.envelope = Envelope::default();
                self.reply("250 2.0.0 Forgotten").await?;
            }
            Request::Noop { .. } => self.reply("250 2.0.0 Here").await?,
            Request::Quit => {
                self.reply("221 2.0.0 Goodbye").await?;
                return Ok(None);
            }
            Request::Ehlo { .. } | Request::Helo { .. } => {
                self.reply("500 5.5.1 This speaks LMTP").await?;
            }
            _ => self.reply("502 5.5.1 Not here").await?,
        }
        Ok(Some(Reads::Commands))
    }

    async fn from(&mut self, from: &MailFrom<String>) -> io::Result<()> {
        if !self.greeted || self.envelope.from.is_some() {
            return self.reply("503 5.5.1 Not now").await;
        }
        if from.size > LARGEST {
            return self.reply(TOO_LARGE).await;
        }
        self.envelope.from = Some(from.address.is_empty());
        self.reply("250 2.1.0 Yes").await
    }

    async fn to(&mut self, to: &RcptTo<String>) -> io::Result<()> {
        if self.envelope.from.is_none() {
            return self.reply("503 5.5.1 From whom?").await;
        }
        if self.envelope.token.is_some() {
            // The rest of them is handed over next.
            return self.reply("452 4.5.3 One at a time").await;
        }
        // Whether a letter still has this address is not told.
        match self.answers.token(&to.address) {
            Some(token) => {
                self.envelope.token = Some(token);
                self.reply("250 2.1.5 Yes").await
            }
            None => self.reply("550 5.1.1 Nobody has this address").await,
        }
    }

    /// The letter is whole: it is heard, or comes again later.
    async fn letter(&mut self, letter: &[u8]) -> io::Result<()> {
        let Envelope { from, token } = std::mem::take(&mut self.envelope);
        if letter.len() > LARGEST {
            return self.reply(TOO_LARGE).await;
        }
        let mut came = mime::read(&self.answers, token, letter);
        if let Some(came) = &mut came {
            came.automatic |= from == Some(true);
        }
        let heard = match came {
            Some(came) => deliver(&self.house, came).await,
            None => true,
        };
        match heard {
            true => self.reply("250 2.0.0 Taken").await,
            false => {
                self.reply("451 4.3.0 Not now; hand it over again later")
                    .await
            }
        }
    }
}
