//! Words that mean nearly the same in this trade, and forms of verbs that no rule of endings brings together.

use crate::words::stem;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The first of a line stands for all. A word with two meanings stands in none, and no word stands in two lines.
const SAME: &str = "limit cap throttle ceiling quota restrict threshold
request call
client caller consumer integrator
customer buyer purchaser account merchant tenant subscriber shopper
choose chose chosen pick select opt prefer
decide decision
fault failure outage breakage downtime
fail failed failing
crash die died dead
error mistake wrong bug exception
slow sluggish lagging
fast quick rapid speedy soon
delay latency lag late belated
postpone defer
wait waiting
cache memoise
store persist save keep kept retain remember
delete remove removal erase drop purge throw thrown threw discard
change changed alter modify modification
measure gauge metric
show shown demonstrate display
reckon compute calculate calculation estimate estimation work-out
cost price expense
begin began begun start commence
stop stopped halt cease
large big huge great bigger biggest
small little tiny smaller
server machine host node backend computer instance
copy replica duplicate standby
queue backlog buffer pile piled
test trial experiment pilot
plan schedule roadmap timetable
split divide division partition shard
join merge combine together
deploy deployment release ship launch rollout
document doc write-up documentation manual instruction memo docs guide
risk danger hazard
user person visitor
answer response reply respond
spread distribute distribution
increase raise grow grew grown growth rise rose risen
decrease reduce reduction lower shrink shrank cut fall fell fallen
check verify verification validate validation confirm confirmation
build built create make made construct develop
number figure amount
screen page console portal dashboard
key identifier id
secret credential password
warn warning alert alarm notify notification page-out
owner responsible owns
share portion fraction percentage part
agree agreed agreement consent
ask asked enquire
explain explanation clarify
old legacy older oldest early earlier earliest
new fresh newer newest latest
reject refuse refused refusal deny denied decline forbid forbidden
allow permit permission
order sequence
record entry
fix repair mend remedy cure patch correct corrected
write wrote written author
read fetch retrieve
event message
try tried attempt
retry reattempt retries
send sent deliver delivery dispatch
resend redeliver redelivery replay
rehearse rehearsal practise practice-run drill exercise dry-run
loop circle cycle endless
undo revert rollback roll-back
spare headroom slack reserve
lose lost loss
leave left leaves
pay paid payment
buy bought purchase
sell sold sale sales
bill invoice charge
refund reimburse
promise guarantee commit commitment assure
contract terms
compare comparison versus
define definition
announce announcement tell told inform
expand expansion upgrade
downgrade contraction
average mean median typical
total sum
twice double doubled duplicated
different differ difference
equal equally
month monthly
day daily
week weekly
year yearly annual annually
hour hourly
minute minutes
recover recovery restore restoration
backup back-up
replace replacement substitute
move migrate migration
method way means
weekend saturday sunday
weekday monday tuesday wednesday thursday friday
morning noon
competitor rival competition
supplier vendor provider
library sdk package
script program code
developer engineer programmer
colleague teammate
team crew
chief boss manager executive director
support help-desk helpdesk desk
phone ring telephone
mail e-mail email
complain complaint complained
interview conversation
usage use used using
require required mandatory compulsory must-have
optional voluntary
field attribute column property
table relation
row line
sign signed signature
login log-in sign-in authenticate authentication
authorise authorization authorisation
browser front-end frontend
expire expiry expired
revoke revoked revocation withdraw
public visible exposed
private hidden
attacker thief stranger
steal stolen theft stole
break broke broken
hold held
spend spent
know knew known
find found
give gave given
take took taken
bring brought
see saw seen
go went gone
come came
grow-up mature
side aside separate
stuck hang hung hangs
catch-up catch caught
age old-age
evidence proof prove proven
reason why cause
half halve
policy rule
convert conversion
activate activation
retain retention
churn cancel cancelled cancellation
temporary transient passing
permanent lasting
snapshot freeze frozen
stale outdated out-of-date
current present currently
postmortem review retrospective
improve improvement better
worse worst worsen
full fully whole entire complete
empty blank
near close
traffic load
goal objective target aim
profit margin
revenue income turnover
price-list pricing
pace rate speed
date deadline
endpoint route
missing absent lacking
gateway proxy balancer
propose proposal suggest suggestion recommend recommendation offer
body payload
result outcome
harm hurt damage suffer
watch observe monitor monitoring
region zone site centre
money dollar euro cash
abuse misuse fraud
allowance budget
pause gap interval
safe secure security
peak busiest
task job
problem trouble difficulty
real true genuine
unknown unclear uncertain
often frequent
probably likely perhaps
gain benefit advantage
example illustration
include contain
arrive arrival
form shape
end finish
idle unused
rare seldom
condition prerequisite
state status
night overnight";

/// Each stem with the one that stands for it.
static STANDS_FOR: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for line in SAME.lines() {
        let mut words = line.split_ascii_whitespace().map(stem);
        let Some(first) = words.next() else { continue };
        for word in words.chain([first.clone()]) {
            all.entry(word).or_insert_with(|| first.clone());
        }
    }
    all
});

/// The stem that stands for a stem.
pub(crate) fn stands_for(stem: String) -> String {
    STANDS_FOR.get(&stem).cloned().unwrap_or(stem)
}
