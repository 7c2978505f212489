select name from users where row_number() over (order by name) = 1
