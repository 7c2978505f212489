-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: name
-- fixed: select country, name, count(*) from users group by country, name
select country, name, count(*)
from users
group by country
