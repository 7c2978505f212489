-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: *
-- fixed: select country, count(*) from users group by country
select * from users group by country
