Dr Renato F. Delemon, Vice-President for Administration & Finance, spoke.
