-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: name
-- fixed: select name, count(*) from users group by name order by count(*)
select name from users order by count(*)
