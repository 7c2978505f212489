select x.name from users as u
