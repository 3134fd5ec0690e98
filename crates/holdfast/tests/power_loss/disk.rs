//! A disk whose power can be cut: a folder (FUSE) that knows what was synced. After a cut, what was
//! not synced is there or is not, sector by sector, as chance has it.

use fuser::{
    Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags, Generation, INodeNo,
    LockOwner, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData, ReplyDirectory,
    ReplyEmpty, ReplyEntry, ReplyWrite, Request, TimeOrNow, WriteFlags,
};
use kernel::{Chance, SeededChance};
use std::{
    collections::BTreeMap,
    ffi::{OsStr, OsString},
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Disks write whole sectors or nothing of them.
const SECTOR: usize = 512;
const ALWAYS_ASK: Duration = Duration::ZERO;

/// What lies on the disk.
#[derive(Clone, Default)]
pub struct Disk {
    names: BTreeMap<OsString, u64>,
    synced_names: BTreeMap<OsString, u64>,
    files: BTreeMap<u64, File>,
}

/// Numbers of files are never given twice.
static LAST: AtomicU64 = AtomicU64::new(1);

#[derive(Clone, Default)]
struct File {
    now: Vec<u8>,
    synced: Vec<u8>,
}

impl Disk {
    /// A disk with the files of a folder, all of them safe.
    pub fn with_files_of(folder: &Path) -> Self {
        let mut disk = Self::default();
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                let (id, now) = (number(), std::fs::read(entry.path()).unwrap());
                disk.names.insert(entry.file_name(), id);
                let synced = now.clone();
                disk.files.insert(id, File { now, synced });
            }
        }
        disk.synced_names = disk.names.clone();
        disk
    }

    /// The disk as it comes back after power was lost at this moment. `seed` is the chance.
    pub fn after_a_cut(&self, seed: u64) -> Self {
        let chance = SeededChance::new(seed);
        let kept = || chance.below(2) == 0;
        let mut names = self.synced_names.clone();
        for (name, file) in &self.names {
            if self.synced_names.get(name) != Some(file) && kept() {
                names.insert(name.clone(), *file);
            }
        }
        for name in self.synced_names.keys() {
            if !self.names.contains_key(name) && kept() {
                names.remove(name);
            }
        }
        let mut after = Self::default();
        for (name, id) in names {
            let file = self.files.get(&id).map(|file| file.after_a_cut(&kept));
            let id = number();
            after.names.insert(name, id);
            after.files.insert(id, file.unwrap_or_default());
        }
        after.synced_names = after.names.clone();
        after
    }
}

fn number() -> u64 {
    LAST.fetch_add(1, Ordering::SeqCst) + 1
}

impl File {
    fn after_a_cut(&self, kept: &dyn Fn() -> bool) -> Self {
        let long = if kept() {
            self.now.len()
        } else {
            self.synced.len()
        };
        let mut after = self.synced.clone();
        after.resize(long, 0);
        for start in (0..self.now.len().min(long)).step_by(SECTOR) {
            let end = (start + SECTOR).min(self.now.len()).min(long);
            if after[start..end] != self.now[start..end] && kept() {
                after[start..end].copy_from_slice(&self.now[start..end]);
            }
        }
        Self {
            now: after.clone(),
            synced: after,
        }
    }
}

/// A disk at a folder, until it is dropped.
pub struct Mounted {
    disk: Arc<Mutex<Disk>>,
    _session: fuser::BackgroundSession,
}

impl Mounted {
    /// Mounts a disk.
    pub fn at(folder: &Path, disk: Disk) -> Self {
        let disk = Arc::new(Mutex::new(disk));
        let mut config = Config::default();
        config.n_threads = Some(1);
        let session = fuser::spawn_mount(Folder(disk.clone()), folder, &config)
            .expect("a disk at a folder; this takes root and /dev/fuse");
        Self {
            disk,
            _session: session,
        }
    }

    /// What lies on it at this moment, synced or not.
    pub fn at_this_moment(&self) -> Disk {
        self.disk.lock().unwrap().clone()
    }
}

struct Folder(Arc<Mutex<Disk>>);

impl Disk {
    fn attributes(&self, id: u64, request: &Request) -> Option<FileAttr> {
        let folder = id == 1;
        let size = match folder {
            true => 0,
            false => self.files.get(&id)?.now.len() as u64,
        };
        Some(FileAttr {
            ino: INodeNo(id),
            size,
            blocks: size.div_ceil(512),
            atime: UNIX_EPOCH,
            mtime: UNIX_EPOCH,
            ctime: UNIX_EPOCH,
            crtime: UNIX_EPOCH,
            kind: if folder {
                FileType::Directory
            } else {
                FileType::RegularFile
            },
            perm: if folder { 0o700 } else { 0o600 },
            nlink: 1,
            uid: request.uid(),
            gid: request.gid(),
            rdev: 0,
            blksize: 4096,
            flags: 0,
        })
    }

    fn file(&mut self, id: INodeNo) -> Option<&mut File> {
        self.files.get_mut(&u64::from(id))
    }
}

#[allow(clippy::too_many_arguments)] // as the kernel asks
impl Filesystem for Folder {
    fn lookup(&self, request: &Request, _: INodeNo, name: &OsStr, reply: ReplyEntry) {
        let disk = self.0.lock().unwrap();
        let found = disk.names.get(name);
        match found.and_then(|id| disk.attributes(*id, request)) {
            Some(file) => reply.entry(&ALWAYS_ASK, &file, Generation(0)),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn getattr(&self, request: &Request, id: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        match self.0.lock().unwrap().attributes(id.into(), request) {
            Some(file) => reply.attr(&ALWAYS_ASK, &file),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn setattr(
        &self,
        request: &Request,
        id: INodeNo,
        _: Option<u32>,
        _: Option<u32>,
        _: Option<u32>,
        size: Option<u64>,
        _: Option<TimeOrNow>,
        _: Option<TimeOrNow>,
        _: Option<SystemTime>,
        _: Option<FileHandle>,
        _: Option<SystemTime>,
        _: Option<SystemTime>,
        _: Option<SystemTime>,
        _: Option<fuser::BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let mut disk = self.0.lock().unwrap();
        if let (Some(size), Some(file)) = (size, disk.file(id)) {
            file.now.resize(size as usize, 0);
        }
        match disk.attributes(id.into(), request) {
            Some(file) => reply.attr(&ALWAYS_ASK, &file),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn create(
        &self,
        request: &Request,
        _: INodeNo,
        name: &OsStr,
        _: u32,
        _: u32,
        _: i32,
        reply: ReplyCreate,
    ) {
        let mut disk = self.0.lock().unwrap();
        let id = number();
        disk.names.insert(name.to_owned(), id);
        disk.files.insert(id, File::default());
        match disk.attributes(id, request) {
            Some(file) => reply.created(
                &ALWAYS_ASK,
                &file,
                Generation(0),
                FileHandle(0),
                FopenFlags::empty(),
            ),
            None => reply.error(Errno::EIO),
        }
    }

    fn unlink(&self, _: &Request, _: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        match self.0.lock().unwrap().names.remove(name) {
            Some(_) => reply.ok(),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn rename(
        &self,
        _: &Request,
        _: INodeNo,
        name: &OsStr,
        _: INodeNo,
        to: &OsStr,
        _: RenameFlags,
        reply: ReplyEmpty,
    ) {
        let mut disk = self.0.lock().unwrap();
        match disk.names.remove(name) {
            Some(id) => {
                disk.names.insert(to.to_owned(), id);
                reply.ok();
            }
            None => reply.error(Errno::ENOENT),
        }
    }

    fn read(
        &self,
        _: &Request,
        id: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        let mut disk = self.0.lock().unwrap();
        let Some(file) = disk.file(id) else {
            return reply.error(Errno::ENOENT);
        };
        let from = (offset as usize).min(file.now.len());
        let to = from.saturating_add(size as usize).min(file.now.len());
        reply.data(&file.now[from..to]);
    }

    fn write(
        &self,
        _: &Request,
        id: INodeNo,
        _: FileHandle,
        offset: u64,
        data: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        let mut disk = self.0.lock().unwrap();
        let Some(file) = disk.file(id) else {
            return reply.error(Errno::ENOENT);
        };
        let (from, to) = (offset as usize, offset as usize + data.len());
        if file.now.len() < to {
            file.now.resize(to, 0);
        }
        file.now[from..to].copy_from_slice(data);
        reply.written(data.len() as u32);
    }

    fn flush(&self, _: &Request, _: INodeNo, _: FileHandle, _: LockOwner, reply: ReplyEmpty) {
        reply.ok();
    }

    fn fsync(&self, _: &Request, id: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        match self.0.lock().unwrap().file(id) {
            Some(file) => {
                file.synced.clone_from(&file.now);
                reply.ok();
            }
            None => reply.error(Errno::ENOENT),
        }
    }

    fn fsyncdir(&self, _: &Request, _: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        let mut disk = self.0.lock().unwrap();
        disk.synced_names = disk.names.clone();
        reply.ok();
    }

    fn readdir(
        &self,
        _: &Request,
        _: INodeNo,
        _: FileHandle,
        offset: u64,
        mut reply: ReplyDirectory,
    ) {
        let disk = self.0.lock().unwrap();
        for (n, (name, id)) in disk.names.iter().enumerate().skip(offset as usize) {
            if reply.add(INodeNo(*id), n as u64 + 1, FileType::RegularFile, name) {
                break;
            }
        }
        reply.ok();
    }
}
