select country, name, count(*)
from users
group by country
