//! What the same libraries do with nothing in the way; see README.md.
#![forbid(unsafe_code)]

mod pages;
mod phones;
mod rounds;
mod store;

use store::Store;

type Fault = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        [file, "seed", count] => {
            println!("ask={}", store::seed(file, count.parse()?)?);
            Ok(())
        }
        [file, "serve", address] => {
            let store = Store::open(file)?;
            let listener = tokio::net::TcpListener::bind(address).await?;
            println!("listening on {}", listener.local_addr()?);
            Ok(axum::serve(listener, pages::routes(store)).await?)
        }
        ["rounds", many, address] => {
            let listener = tokio::net::TcpListener::bind(address).await?;
            println!("listening on {}", listener.local_addr()?);
            Ok(axum::serve(listener, rounds::routes(many.parse()?)).await?)
        }
        [
            "phones",
            address,
            pid,
            rounds,
            phones,
            seconds,
            bytes,
            keepers,
        ] => {
            let pairs = keepers.split(',').filter_map(|pair| pair.split_once(':'));
            phones::run(phones::Run {
                address: address.to_owned(),
                pid: pid.parse()?,
                rounds: rounds.parse()?,
                phones: phones.parse()?,
                seconds: seconds.parse()?,
                bytes: bytes.parse()?,
                keepers: pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect(),
            })
            .await
        }
        _ => Err(
            "limit rounds MANY ADDRESS | limit FILE seed COUNT | limit FILE serve ADDRESS".into(),
        ),
    }
}
