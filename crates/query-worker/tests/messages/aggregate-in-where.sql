select country from users where count(*) > 1 group by country
