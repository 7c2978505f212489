select country, count(*) from users
