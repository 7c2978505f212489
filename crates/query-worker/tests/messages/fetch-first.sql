select * from users fetch first 3 rows only
