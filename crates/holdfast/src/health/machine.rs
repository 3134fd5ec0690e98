//! What the machine itself knows: its room, and the certificate.

use super::Sign;
use kernel::Moment;
use web::{Certificate, House};

/// Less than this free is a sign, in bytes.
const FREE: u64 = 1_000_000_000;
/// Certificates are renewed a month before their end; with two weeks left, something does not work.
const CERTIFICATE_DAYS: i64 = 14;

pub(super) fn signs(house: &House, now: Moment) -> Vec<Sign> {
    [disk(house), certificate(house, now)]
        .into_iter()
        .flatten()
        .collect()
}

fn disk(house: &House) -> Option<Sign> {
    let disk = rustix::fs::statvfs(house.settings.data.as_deref()?).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let gigabytes = i64::try_from(free / 1_000_000_000).unwrap_or(i64::MAX);
    let said = vec![("gb", gigabytes.into())];
    Some(Sign::either(
        free >= FREE,
        "health-disk",
        "health-disk-full",
        said,
    ))
}

fn certificate(house: &House, now: Moment) -> Option<Sign> {
    let address = house.settings.address.strip_prefix("https://")?;
    let Some(file) = &house.settings.certificate else {
        return Some(Sign::new(true, "health-certificate-elsewhere", vec![]));
    };
    let Ok(certificate) = Certificate::read(file) else {
        return Some(Sign::new(false, "health-certificate-unread", vec![]));
    };
    let host = address.split([':', '/']).next().unwrap_or_default();
    if !certificate.is_for(host) {
        let said = vec![("host", host.to_owned().into())];
        return Some(Sign::new(false, "health-certificate-other", said));
    }
    let zone = &house.network().zone;
    let said = vec![("day", zone.day_of(certificate.until).into())];
    Some(Sign::either(
        now.plus_hours(24 * CERTIFICATE_DAYS) < certificate.until,
        "health-certificate",
        "health-certificate-ends",
        said,
    ))
}
