select * from users as u join orders as u on true
