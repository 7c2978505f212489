use super::form::Form;
use super::note;
use crate::profile::date;
use crate::view::{ContactView, PlanTouchBody};
use crate::{App, Trouble};
use footbridge_journal::{Act, PlannedTouch};
use jiff::civil::Date;

impl App {
    /// Plans a touch, in place of the one that was planned before; without a day the plan is called off.
    pub fn plan_touch(&self, id: &str, body: &PlanTouchBody) -> Result<ContactView, Trouble> {
        let mut form = Form::of("This touch cannot be planned as it is.");
        let on = form.field("plan-day", day_ahead(&body.on, self.today()));
        let about = form.field("plan-note", note(&body.note));
        let (Some(on), Some(note)) = (on, about) else { return Err(form.refused()) };
        let contact = self.settled(id)?;
        if on.is_none() && !self.people_record()?.planned.iter().any(|planned| planned.contact == contact) {
            return Err(Trouble::asked("No touch is planned with this person, so there is none to call off."));
        }
        self.record_locked(Act::TouchPlanned(Box::new(PlannedTouch { contact, on, note })), true)?;
        self.contact(id)
    }
}

fn day_ahead(text: &str, today: Date) -> Result<Option<Date>, Trouble> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let day = date(text)?;
    if day < today {
        return Err(Trouble::asked("That day is over.").help("Plan today or a day to come; record what was done as a touch."));
    }
    Ok(Some(day))
}
