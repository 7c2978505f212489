select name from users order by 5
