# Lo que se lee cuando un sorteo no se puede hacer.
lot-list-empty = Todavía no hay nadie en la lista. Primero ponga los códigos y después ciérrela.
lot-entry-blank = Hay una línea en blanco en la lista. Quítela o escriba su código.
lot-entry-not-one-line = «{ $entry }» tiene un salto de línea o un signo que no se ve. Escríbalo de nuevo en una sola línea.
lot-entry-twice = { $entry } está dos veces en la lista. Quite una, para que todas las personas tengan la misma suerte.
lot-list-changed = Esta lista no es la que corresponde al código publicado. No se sorteó nada. Busque la lista tal como se cerró.
lot-not-a-list = Esto no es una lista cerrada: la primera línea debería ser «{ $first_line }». Copie el texto completo, desde la primera línea.
lot-too-few-rolls = { $rolls } tiradas son pocas. Tiren el dado { $needed } veces, todas después de cerrar la lista.
lot-not-a-die = La tirada número { $number } dice { $roll }. Un dado muestra de 1 a 6: mírela otra vez y escriba lo que salió.
lot-seed-too-short = El texto secreto tiene { $letters } letras. Necesita { $needed }, o alguien podría adivinarlo probando.
lot-seed-not-one-line = El texto secreto tiene un salto de línea o un signo que no se ve. Debe caber en una sola línea.
lot-reveal-does-not-match = Este no es el texto cuyo código se publicó. Revise si falta una letra o un espacio; si sigue sin coincidir, usen dados.
lot-seed-known-too-early = La semilla se conocía antes de cerrar la lista, así que no se sorteó nada. Tiren los dados de nuevo ahora, a la vista de todas las personas.
lot-committed-too-late = El código del texto secreto debe estar publicado { $hours } horas antes de mostrar el texto. Esperen, o usen dados.
lot-chosen-after-the-list = El texto secreto se eligió después de cerrar la lista, así que alguien pudo escogerlo a su gusto. Usen dados.
