using OgGen.Packing;

if (args is not [var built, var target])
{
    Console.Error.WriteLine("OgGen.Packing <folder of the built generator> <folder to write>");
    return 2;
}

RenamedSet.Write(built, target);
return 0;
