select * from users order name
