-- class: SYN-2 undefined database object: undefined column
-- fault: place
-- fixed: select name, row_number() over (order by name) as place from users qualify place = 1
select name, row_number() over (order by name) as place
from users
where place = 1
