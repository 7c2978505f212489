-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: name
-- fixed: select country from users group by country, name having name = 'Ada'
select country from users group by country having name = 'Ada'
