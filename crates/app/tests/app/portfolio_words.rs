//! What the owner says about themselves: the form writes the file that a person may also write, and loses nothing of it.

use crate::answers::right;
use crate::desk::Desk;
use footbridge_app::view::{PortfolioLinkView, PortfolioSettingsBody, PortfolioSettingsView, PortfolioWordsView};

const ID: &str = "prd-api-feature";

fn link(label: &str, address: &str) -> PortfolioLinkView {
    PortfolioLinkView { label: label.to_owned(), address: address.to_owned() }
}

fn changed(view: &PortfolioSettingsView, change: impl FnOnce(&mut PortfolioWordsView)) -> PortfolioSettingsBody {
    let mut words = view.words.clone();
    change(&mut words);
    PortfolioSettingsBody { base_hash: view.hash.clone(), words }
}

#[test]
fn comments_and_what_the_form_does_not_ask_stay_as_they_are() {
    let desk = Desk::begun();
    let before = "# Mine.\nheadline = \"Old\" # to be better\nlanguage = \"pt-BR\"\nhidden = [\"weekly-teardown\"] # not yet\nabout = \"\"\"\nFirst.\n\nSecond.\n\"\"\"\n\n# Where I read mail.\n[[link]]\nlabel = \"Mail\"\naddress = \"mailto:a@name.example\"\n\n[[link]]\nlabel = \"Code\"\naddress = \"https://code.example/a\"\n";
    desk.put("portfolio.toml", before);
    let view = desk.app.portfolio_words().expect("the words");
    let same = desk.app.set_portfolio_words(&changed(&view, |_| {})).expect("nothing is changed");
    assert_eq!((desk.text("portfolio.toml").as_deref(), same.hash), (Some(before), view.hash.clone()), "not a byte");
    let body = changed(&view, |words| {
        words.headline = "New".to_owned();
        words.reviews = true;
        words.links = vec![link("Talks", "https://talks.example"), link("Mail", "mailto:b@name.example")];
    });
    desk.app.set_portfolio_words(&body).expect("they can be written");
    assert_eq!(
        desk.text("portfolio.toml").expect("a file"),
        "# Mine.\nheadline = \"New\" # to be better\nlanguage = \"pt-BR\"\nhidden = [\"weekly-teardown\"] # not yet\nabout = \"\"\"\nFirst.\n\nSecond.\n\"\"\"\nreviews = true\n\n[[link]]\nlabel = \"Talks\"\naddress = \"https://talks.example\"\n\n# Where I read mail.\n[[link]]\nlabel = \"Mail\"\naddress = \"mailto:b@name.example\"\n"
    );
}

#[test]
fn the_first_words_go_into_the_file_that_the_command_would_write() {
    let desk = Desk::begun();
    let view = desk.app.portfolio_words().expect("the words");
    assert!(view.words.headline.is_empty() && view.words.theme == "workbench" && view.words.featured.is_empty());
    let body = changed(&view, |words| {
        words.about = " One.\r\n\r\nTwo. ".to_owned();
        words.address = "https://name.example/portfolio/".to_owned();
        words.theme = "paper".to_owned();
        words.links = vec![link("", ""), link("Mail", "mailto:a@name.example")];
    });
    let kept = desk.app.set_portfolio_words(&body).expect("they can be written");
    assert_eq!(kept.words.about, "One.\n\nTwo.");
    assert_eq!(kept.words.links, [link("Mail", "mailto:a@name.example")]);
    assert!(desk.text("portfolio.toml").expect("a file").contains("# What your portfolio says about you."));
    let emptied = changed(&kept, |words| words.address = String::new());
    assert_eq!(desk.app.set_portfolio_words(&emptied).expect("nothing is needed").words.address, "");
    let missing = desk.app.check_portfolio().expect("a look").missing;
    let told: Vec<&str> = missing.iter().map(|gap| gap.setting.as_str()).filter(|setting| !setting.is_empty()).collect();
    assert!(told.contains(&"address") && !told.contains(&"about") && !told.contains(&"link"), "{told:?}");
}

#[test]
fn a_file_that_was_changed_elsewhere_is_not_written_over() {
    let desk = Desk::begun();
    let view = desk.app.portfolio_words().expect("the words");
    desk.put("portfolio.toml", "headline = \"From an editor\"\n");
    let refused = desk.app.set_portfolio_words(&changed(&view, |words| words.headline = "From the form".to_owned())).expect_err("changed");
    assert_eq!(refused.message, "`portfolio.toml` was changed outside since it was read here.");
    assert_eq!(desk.text("portfolio.toml").as_deref(), Some("headline = \"From an editor\"\n"));
}

#[test]
fn what_cannot_be_meant_is_refused_and_what_cannot_be_shown_is_told_at_its_field() {
    let desk = Desk::begun();
    let view = desk.app.portfolio_words().expect("the words");
    for (change, says) in [
        (
            (|words| words.links = vec![link("", "https://a.example")]) as fn(&mut PortfolioWordsView),
            "The link to `https://a.example` has no words.",
        ),
        (|words| words.links = vec![link("Mail", " ")], "The link “Mail” has no address."),
        (|words| words.theme = "dark".to_owned(), "`dark` is no theme."),
        (|words| words.featured = ["a", "b", "c", "d"].map(str::to_owned).to_vec(), "4 pieces are chosen for the top; 3 may stand there."),
    ] {
        assert_eq!(desk.app.set_portfolio_words(&changed(&view, change)).expect_err("it means nothing").message, says);
    }
    let body = changed(&view, |words| {
        words.address = "example".to_owned();
        words.links = vec![link("Here", "javascript:x")];
        words.featured = vec![ID.to_owned()];
    });
    let kept = desk.app.set_portfolio_words(&body).expect("it is kept as it was typed");
    assert!(kept.pieces.iter().any(|piece| piece.id == ID && !piece.shown), "{:?}", kept.pieces);
    let missing = desk.app.check_portfolio().expect("a look").missing;
    let told = |setting: &str| missing.iter().any(|gap| gap.setting == setting && gap.finding.severity == "warning");
    assert!(told("address") && told("link") && told("featured"), "{missing:?}");
}

#[test]
fn the_pieces_to_choose_from_are_those_that_are_shown() {
    let desk = Desk::begun();
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    let view = desk.app.portfolio_words().expect("the words");
    assert_eq!(view.pieces.iter().map(|piece| (piece.id.as_str(), piece.at_the_top, piece.shown)).collect::<Vec<_>>(), [(ID, true, true)]);
    let kept = desk.app.set_portfolio_words(&changed(&view, |words| words.featured = vec![ID.to_owned()])).expect("a piece");
    assert_eq!(kept.words.featured, [ID]);
    assert_eq!(desk.text("portfolio.toml").expect("a file").lines().next(), Some("featured = [\"prd-api-feature\"]"));
}
