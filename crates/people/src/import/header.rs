//! The row that names the columns, wherever it stands and in whatever order and language.

use super::rows::{Row, Rows, single_lines};
use crate::fold::words;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    FullName,
    FirstName,
    LastName,
    Profile,
    Mail,
    Company,
    Position,
    ConnectedOn,
}

/// The header row.
pub(super) struct Header {
    pub(super) row: Row,
    pub(super) separator: u8,
    /// For each column of the row, what it holds; a kind is named once.
    pub(super) columns: Vec<Option<Column>>,
    /// Columns whose kind an earlier one already has, by their name.
    pub(super) doubled: Vec<String>,
}

/// Names of columns, folded, words joined by spaces: English, German, French, Spanish, Portuguese, Italian, Dutch.
const NAMES: [(Column, &[&str]); 8] = [
    (
        Column::FullName,
        &["full name", "name", "contact", "contact name", "nombre completo", "nom complet", "nome completo", "vollstandiger name"],
    ),
    (Column::FirstName, &["first name", "firstname", "given name", "forename", "first", "vorname", "prenom", "nombre", "nome", "voornaam"]),
    (
        Column::LastName,
        &[
            "last name",
            "lastname",
            "surname",
            "family name",
            "last",
            "nachname",
            "familienname",
            "nom",
            "nom de famille",
            "apellido",
            "apellidos",
            "sobrenome",
            "apelido",
            "cognome",
            "achternaam",
        ],
    ),
    (
        Column::Profile,
        &[
            "url",
            "profile url",
            "profile",
            "profile link",
            "public profile url",
            "linkedin",
            "linkedin url",
            "linkedin profile",
            "linkedin profile url",
            "profil",
            "profil url",
            "url du profil",
            "url del perfil",
            "perfil",
            "profilo",
            "profiel",
        ],
    ),
    (
        Column::Mail,
        &[
            "email address",
            "e mail address",
            "email",
            "e mail",
            "mail",
            "e mail adresse",
            "email adresse",
            "adresse e mail",
            "courriel",
            "adresse email",
            "correo electronico",
            "direccion de correo electronico",
            "correo",
            "endereco de e mail",
            "endereco de email",
            "indirizzo e mail",
            "indirizzo email",
            "e mailadres",
        ],
    ),
    (
        Column::Company,
        &[
            "company",
            "company name",
            "current company",
            "organization",
            "organisation",
            "employer",
            "unternehmen",
            "firma",
            "empresa",
            "entreprise",
            "societe",
            "azienda",
            "bedrijf",
        ],
    ),
    (
        Column::Position,
        &[
            "position",
            "current position",
            "title",
            "job title",
            "role",
            "occupation",
            "funktion",
            "poste",
            "fonction",
            "cargo",
            "puesto",
            "posicion",
            "posizione",
            "ruolo",
            "functie",
        ],
    ),
    (
        Column::ConnectedOn,
        &[
            "connected on",
            "connected",
            "connected at",
            "connected date",
            "connection date",
            "date connected",
            "verbunden am",
            "verknupft am",
            "vernetzt am",
            "vernetzt seit",
            "kontakt seit",
            "connecte le",
            "en relation depuis",
            "date de connexion",
            "conectado el",
            "fecha de conexion",
            "conectado em",
            "data de conexao",
            "collegato il",
            "data di collegamento",
            "verbonden op",
        ],
    ),
];

/// A cell of a header is short; a longer one belongs to a preamble.
const LONGEST_NAME: usize = 60;

/// Searches the whole text: a preamble has no fixed length. Commas, semicolons and tabs are tried, and at last single lines, in case a
/// preamble opens a quotation that it never closes.
pub(super) fn find_header(text: &str) -> Option<Header> {
    const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
    let whole = SEPARATORS.iter().find_map(|separator| first_header(Rows::from(text, 0, 1, *separator), *separator));
    whole.or_else(|| SEPARATORS.iter().find_map(|separator| first_header(single_lines(text, 0..text.len(), 1, *separator), *separator)))
}

fn first_header(mut rows: impl Iterator<Item = Row>, separator: u8) -> Option<Header> {
    rows.find_map(|row| header(row, separator))
}

/// A row is the header when it names whom a row is about and one thing more.
fn header(row: Row, separator: u8) -> Option<Header> {
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(row.cells.len());
    let mut doubled = Vec::new();
    for cell in &row.cells {
        let column = column(cell);
        if column.is_some() && columns.contains(&column) {
            doubled.push(cell.trim().to_owned());
            columns.push(None);
        } else {
            columns.push(column);
        }
    }
    let has = |wanted: Column| columns.contains(&Some(wanted));
    let names = has(Column::FullName) || has(Column::FirstName) || has(Column::LastName);
    let more = [Column::Profile, Column::Mail, Column::Company, Column::Position, Column::ConnectedOn].into_iter().any(has);
    (names && more).then_some(Header { row, separator, columns, doubled })
}

fn column(cell: &str) -> Option<Column> {
    if cell.len() > LONGEST_NAME {
        return None;
    }
    let name = words(cell).join(" ");
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_name_stands_for_two_columns() {
        let mut seen = HashSet::new();
        for name in NAMES.iter().flat_map(|(_, names)| names.iter()) {
            assert!(seen.insert(name), "{name} stands twice");
            assert_eq!(words(name).join(" "), *name, "{name} is not written as it is looked up");
        }
    }

    #[test]
    fn the_header_is_found_behind_whatever_stands_before_it() {
        let english = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
        for before in [
            "",
            "Notes:\n\"When exporting, you may notice that some addresses are missing. See \"\"settings\"\".\"\n\n",
            "Notes:\n\"a\nb\nc\"\n\n\n",
            "a quotation \" that is never closed, and\n\"another\n",
            ",,,,,,\n,,,,,,\n",
            "Company,is,named,here\n",
        ] {
            let text = format!("{before}{english}\nAnn,Lee,,,,,\n");
            let header = find_header(&text).unwrap_or_else(|| panic!("not found behind {before:?}"));
            assert_eq!(&text[header.row.span.clone()], english, "{before:?}");
            assert_eq!(header.columns.iter().flatten().count(), 7);
        }
    }

    #[test]
    fn other_languages_and_separators() {
        for (line, separator) in [
            ("Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verknüpft am", b';'),
            ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le", b','),
            ("Nombre\tApellidos\tURL\tCorreo electrónico\tEmpresa\tCargo\tConectado el", b'\t'),
            ("\"CONNECTED ON\",\"e-mail\",\"Organization\",\"Job Title\",\"LinkedIn URL\",\"SURNAME\",\"Given name\"", b','),
        ] {
            let header = find_header(line).unwrap_or_else(|| panic!("not found: {line}"));
            assert_eq!((header.separator, header.columns.iter().flatten().count()), (separator, 7), "{line}");
        }
        assert!(find_header("From,To,Date,Subject\na,b,c,d\n").is_none());
    }
}
