<#import "/layout/text.ftl" as mail>
Datos de ${mail.words.programme[programme]}, trimestre ${quarter} del año fiscal ${fiscalYear?c}: fecha límite el ${dueDate}
