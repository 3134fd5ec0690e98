# Lo que se lee sobre una hoja de cálculo que alguien trae, o se lleva.

sheet-closing-line = { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
}: { $taken } aceptadas, { $refused } rechazadas
sheet-closing-noted = { $noted ->
    [one] De las aceptadas, { $noted } tiene algo por revisar.
   *[other] De las aceptadas, { $noted } tienen algo por revisar.
}

sheet-where-line = Línea { $line }
sheet-where-lines = Líneas { $line } a { $last_line }
sheet-where-column = Línea { $line }, columna { $column_number } «{ $column }»

# El archivo, o el mapa que dice cómo leerlo.
sheet-file-empty = El archivo está vacío. Guárdelo de nuevo con su fila de títulos y tráigalo otra vez.
sheet-file-too-big = El archivo pasa de { $max_bytes } bytes. Divídalo en dos, cada parte con la fila de títulos, y traiga una después de la otra. No se aceptó nada.
sheet-file-workbook = Esto es un libro de cálculo. Ábralo en su programa, guarde la hoja como CSV (UTF-8) y traiga ese archivo.
sheet-file-utf16 = Este archivo está guardado como «texto Unicode» (UTF-16). Guárdelo como CSV (UTF-8) y traiga ese archivo.
sheet-file-broke-off = El archivo se cortó antes del final ({ $detail }). No se aceptó nada. Por favor, tráigalo otra vez.
sheet-header-not-text = El título de la columna { $column_number } no se puede leer. Guarde el archivo como CSV (UTF-8) y tráigalo otra vez.
sheet-header-broken = Hay unas comillas sin cerrar en la fila de títulos (la fila termina en la línea { $last_line }). Corrija la fila de títulos y traiga el archivo otra vez.
sheet-column-missing = El mapa dice que «{ $part }» sale de la columna «{ $column }», pero el archivo no tiene esa columna. Tiene: { $headers }. Elija una de estas.
sheet-column-twice = El archivo tiene más de una columna «{ $column }», y «{ $part }» necesita una sola. Para la segunda, escriba «{ $column }#2» en el mapa.
sheet-map-not-readable = El mapa no se puede leer. { $detail }
sheet-map-without-words = El mapa todavía no dice dónde están las palabras de cada pedido. Elija al menos una columna para ellas.
sheet-map-zone-unknown = No existe la zona horaria «{ $zone }». Escríbala como America/Mexico_City.
sheet-map-box-impossible = El recuadro del mapa no es posible: el sur debe quedar debajo del norte, y los cuatro deben ser grados del globo.
sheet-map-would-publish = La columna «{ $column }» dice cómo encontrar a alguien, y «{ $part }» lo ven todas las personas. Elija ahí otra columna.

# Filas que no se aceptaron.
sheet-row-no-words = No tiene palabras. Si alguien necesita algo, escriba qué es y traiga el archivo otra vez.
sheet-row-too-many-letters = Tiene { $letters } letras; un pedido lleva { $most }. Acórtelo o haga dos filas, para que no se pierda nada.
sheet-row-outside = Queda fuera de la zona de esta importación ({ $latitude }, { $longitude }). Si no es así, corrija las coordenadas.
sheet-row-not-text = Esta celda no se puede leer. Guarde el archivo como CSV (UTF-8) o escriba la celda de nuevo.
sheet-row-too-long = La fila tiene { $bytes } bytes, más de { $max_bytes }. Lo más probable es que haya unas comillas sin cerrar. Acórtela o corríjala.
sheet-row-too-many-cells = La fila tiene { $cells } celdas, pero hay { $columns } columnas. Ponga entre comillas el texto que lleva comas.
sheet-row-too-few-cells = La fila tiene { $cells } celdas, pero hay { $columns } columnas. Vuelva a poner las que faltan.
sheet-row-quote-not-closed = Aquí se abren unas comillas que nunca se cierran, y todo lo que sigue hasta la última línea quedó en esta fila. Ciérrelas y traiga el archivo otra vez.
sheet-row-text-after-quote = Hay texto justo después de cerrar unas comillas, y no queda claro dónde termina la celda. Escriba dobles las comillas que van dentro del texto y traiga el archivo otra vez.

# Filas aceptadas, con algo por revisar.
sheet-note-received-missing = No dice cuándo llegó. Si lo sabe, anótelo.
sheet-note-received-unreadable = No se puede leer cuándo llegó: «{ $column }» dice «{ $typed }». Si lo sabe, anótelo.
sheet-note-received-from-other = «{ $column }» dice «{ $typed }» y no se puede leer, así que la hora sale de «{ $used }».
sheet-note-received-twice-marked = «{ $typed }» en «{ $column }» tiene una hora mayor que doce y además PM. Se leyó en el reloj de 24 horas.
sheet-note-received-without-seconds = «{ $typed }» en «{ $column }» tiene segundos que ningún minuto tiene. Se leyó hasta el minuto.
sheet-note-received-without-hour = «{ $typed }» en «{ $column }» no dice la hora. Se leyó como el comienzo de ese día.
sheet-note-received-at-clock-change = El reloj cambió a las «{ $typed }» («{ $column }»), así que puede haber una hora de diferencia.
sheet-note-by-when-unreadable = No se puede leer para qué día se necesita: «{ $column }» dice «{ $typed }». Pregunte y anótelo.
sheet-note-kind-unknown = «{ $typed }» en «{ $column }» no es un tipo que conozcamos. Se aceptó como «otro»; elija el que corresponda.
sheet-note-no-coordinates = No tiene coordenadas, así que no se sabe si queda dentro de la zona. Revise el lugar.
sheet-note-coordinates-unreadable = Las coordenadas no se pueden leer: «{ $column }» dice «{ $typed }». Revise el lugar.
sheet-note-nobody-to-reach = No se conoce ni el lugar ni un contacto. Averigüe quién trajo este pedido.
sheet-note-same-key = La línea { $earlier_line } tiene la misma clave. Se guardaron las dos; esta es la número { $ordinal }. Si son el mismo pedido, aparte una.
sheet-note-key-from-content = No tiene nada en las columnas de la clave, así que solo se reconoce mientras diga lo mismo.
sheet-note-short-row = La fila tiene { $cells } de { $columns } celdas. Las que faltan se leyeron como vacías.
