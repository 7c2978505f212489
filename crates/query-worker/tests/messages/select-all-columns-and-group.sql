-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: name
-- fixed: select country, max(name) from users group by country
select country, name from users group by country
