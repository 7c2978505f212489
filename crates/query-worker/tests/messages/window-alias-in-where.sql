select name, row_number() over (order by name) as place
from users
where place = 1
