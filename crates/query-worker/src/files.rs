//! The only store the engine can read: files that were handed over, by number.

use async_trait::async_trait;
use bytes::Bytes;
use datafusion::object_store::path::Path;
use datafusion::object_store::{
    Attributes, CopyOptions, Error, GetOptions, GetRange, GetResult, GetResultPayload, ListResult, MultipartUpload, ObjectMeta,
    ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use futures::stream::{self, BoxStream, StreamExt};
use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// How much is read at once.
const CHUNK: u64 = 1 << 20;

/// Files by the parent's numbers; a store in the engine's sense, without names, listing or writing.
#[derive(Debug, Default)]
pub(crate) struct HandedFiles {
    files: Mutex<HashMap<u64, Handed>>,
}

#[derive(Debug, Clone)]
struct Handed {
    file: Arc<File>,
    meta: ObjectMeta,
}

impl HandedFiles {
    /// Takes a file in and gives its path in this store. Length and number come from the parent, so that no call on the file's
    /// metadata is needed; a number is never used twice, so one date serves all.
    pub(crate) fn insert(&self, number: u64, length: u64, file: File) -> Path {
        let location = Path::from(number.to_string());
        let last_modified = SystemTime::UNIX_EPOCH.into();
        let meta = ObjectMeta { location: location.clone(), last_modified, size: length, e_tag: None, version: None };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(number, Handed { file: Arc::new(file), meta });
        location
    }

    /// A file from its first byte on.
    pub(crate) fn reader(&self, number: u64) -> Option<impl io::Read> {
        let handed = self.find(&Path::from(number.to_string())).ok()?;
        Some(Reading { handed, at: 0 })
    }

    fn find(&self, location: &Path) -> Result<Handed> {
        let number = location.as_ref().parse().ok();
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let found = number.and_then(|number: u64| files.get(&number).cloned());
        found.ok_or_else(|| Error::NotFound { path: location.to_string(), source: "not handed over".into() })
    }
}

impl Handed {
    fn read(&self, range: Range<u64>) -> Result<Bytes> {
        let mut buffer = vec![0; usize::try_from(range.end - range.start).map_err(failed)?];
        read_exact_at(&self.file, &mut buffer, range.start).map_err(failed)?;
        Ok(buffer.into())
    }
}

struct Reading {
    handed: Handed,
    at: u64,
}

impl io::Read for Reading {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let rest = usize::try_from(self.handed.meta.size.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let length = rest.min(buffer.len());
        read_exact_at(&self.handed.file, &mut buffer[..length], self.at)?;
        self.at += length as u64;
        Ok(length)
    }
}

fn failed(source: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Generic { store: "handed files", source: Box::new(source) }
}

fn refused(operation: &str) -> Error {
    Error::NotSupported { source: format!("{operation} is not possible here").into() }
}

impl fmt::Display for HandedFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("handed files")
    }
}

#[async_trait]
impl ObjectStore for HandedFiles {
    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        let handed = self.find(location)?;
        let size = handed.meta.size;
        let range = match &options.range {
            Some(GetRange::Bounded(range)) => range.start.min(size)..range.end.min(size),
            Some(GetRange::Offset(start)) => (*start).min(size)..size,
            Some(GetRange::Suffix(length)) => size.saturating_sub(*length)..size,
            None => 0..size,
        };
        let range = if options.head { 0..0 } else { range };
        let meta = handed.meta.clone();
        let chunks = stream::unfold((handed, range.clone()), |(handed, rest)| async move {
            if rest.is_empty() {
                return None;
            }
            let end = (rest.start + CHUNK).min(rest.end);
            let bytes = handed.read(rest.start..end);
            let rest = if bytes.is_ok() { end..rest.end } else { rest.end..rest.end };
            Some((bytes, (handed, rest)))
        });
        Ok(GetResult { payload: GetResultPayload::Stream(chunks.boxed()), meta, range, attributes: Attributes::default() })
    }

    async fn get_ranges(&self, location: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        let handed = self.find(location)?;
        ranges.iter().map(|range| handed.read(range.start..range.end.min(handed.meta.size).max(range.start))).collect()
    }

    async fn put_opts(&self, _: &Path, _: PutPayload, _: PutOptions) -> Result<PutResult> {
        Err(refused("writing"))
    }

    async fn put_multipart_opts(&self, _: &Path, _: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        Err(refused("writing"))
    }

    fn delete_stream(&self, _: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        stream::once(async { Err(refused("deleting")) }).boxed()
    }

    fn list(&self, _: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        stream::once(async { Err(refused("listing")) }).boxed()
    }

    async fn list_with_delimiter(&self, _: Option<&Path>) -> Result<ListResult> {
        Err(refused("listing"))
    }

    async fn copy_opts(&self, _: &Path, _: &Path, _: CopyOptions) -> Result<()> {
        Err(refused("copying"))
    }
}

#[cfg(unix)]
fn read_exact_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, offset)
}

#[cfg(windows)]
fn read_exact_at(file: &File, mut buffer: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        let count = std::os::windows::fs::FileExt::seek_read(file, buffer, offset)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        buffer = &mut buffer[count..];
        offset += count as u64;
    }
    Ok(())
}
