// What every process costs.
Console.WriteLine(true);
