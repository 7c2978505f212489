//! The typesetter, closed off: two texts of ours, one file of data, seven fonts. It knows no disk, no network, no packages, no clock.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Static cuts only: readers of PDFs put blanks into words that were set in variable fonts. `fonts/README.md` has their licences.
static FONT_FILES: [&[u8]; 7] = [
    include_bytes!("../../fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("../../fonts/LibertinusSerif-Italic.otf"),
    include_bytes!("../../fonts/LibertinusSerif-Semibold.otf"),
    include_bytes!("../../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../../fonts/SourceSans3-Semibold.otf"),
    include_bytes!("../../fonts/NotoSansDevanagari-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansDevanagari-Bold.ttf"),
];

/// What is the same for every résumé. It stays for the life of the process: reading the fonts costs more than setting a page.
pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::new);

pub(crate) struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    shared: Source,
    main: FileId,
    data: FileId,
}

impl Engine {
    fn new() -> Self {
        let fonts: Vec<Font> = FONT_FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
        let shared = Source::new(file_id("sheet.typ"), include_str!("theme/sheet.typ").to_owned());
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            shared,
            main: file_id("theme.typ"),
            data: file_id("sheet.json"),
        }
    }

    /// Whether one of the fonts can show the character.
    pub(crate) fn shows(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
    }
}

fn file_id(name: &str) -> FileId {
    FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("names of our own files are paths")))
}

/// One résumé in one theme, as the typesetter sees the world.
pub(crate) struct Desk {
    engine: &'static Engine,
    theme: Source,
    data: Bytes,
}

impl Desk {
    pub(crate) fn new(theme: &str, data: Vec<u8>) -> Self {
        let engine = &*ENGINE;
        Self { engine, theme: Source::new(engine.main, theme.to_owned()), data: Bytes::new(data) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.engine.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id {
            _ if id == self.engine.main => Ok(self.theme.clone()),
            _ if id == self.engine.shared.id() => Ok(self.engine.shared.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.engine.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
