select name from
