namespace Slowroll.Packages.Tests.Mutations;

/// <summary>Mistakes in code that asks for flags.</summary>
internal static class CodeMutations
{
    private const string Checkout = "Checkout.cs";
    private const string Front = "Front.cs";
    private const string Office = "Office.cs";
    private const string Search = "Search.cs";
    private const string Startup = "Startup.cs";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // SLOW1014
        new(
            "A class has the name of what adds flags to a host",
            Office,
            "internal static class Office",
            "enum AdminServiceCollectionExtensions; internal static class Office",
            "SLOW1014 admin.schema.json(1,1)"),

        // SLOW2001
        new("A key is misspelt", Search, "'timeout', host, default", "'time_out', host, default",
            "SLOW2001 Search.cs(15,71)"),
        new("A section is misspelt", Search, "('search', 'timeout'", "('serach', 'timeout'",
            "SLOW2001 Search.cs(15,61)"),
        new("A section is written in capitals", Search, "('search', 'timeout'", "('Search', 'timeout'",
            "SLOW2001 Search.cs(15,61)"),
        new("A key is asked for in another section", Search, "('search', 'timeout'", "('look', 'timeout'",
            "SLOW2001 Search.cs(15,69)"),
        new("A constant part of a key is misspelt", Search, "$'{Prefix}out'", "$'{Prefix}_out'",
            "SLOW2001 Search.cs(27,47)"),
        new("A parameter whose name is a key gets another name", Search,
            "(bool fuzzy) => config.GetFlag<JsonElement>(Section, nameof(fuzzy)",
            "(bool fuzzily) => config.GetFlag<JsonElement>(Section, nameof(fuzzily)",
            "SLOW2001 Search.cs(17,90)"),
        new("A field holds a misspelt key", Search, "Weighting = 'weights'", "Weighting = 'weight'",
            "SLOW2001 Search.cs(28,47)"),
        new("A local holds a misspelt section", Search, "section = Section", "section = 'searches'",
            "SLOW2001 Search.cs(27,38)"),
        new("A key object has a misspelt key", Search, "('look', 'theme', default)", "('look', 'themes', default)",
            "SLOW2001 Search.cs(20,76)"),
        new(
            "A flag is locked by a misspelt key",
            Startup,
            "Locks[Shop.Keys.Fuzzy]",
            "Locks[new FlagName('search', 'fuzy')]",
            "SLOW2001 Startup.cs(11,46)"),
        new("A flag is locked in a misspelt section", Startup, "Locks[Shop.Keys.Fuzzy]", "Locks[new('serch', 'fuzzy')]",
            "SLOW2001 Startup.cs(11,27)"),

        // SLOW2002
        new(
            "A number is asked for as a text",
            Search,
            "config.GetValue<JsonElement>('search', 'timeout', host, default)",
            "config.GetValue<string>('search', 'timeout', host, '250')",
            "SLOW2002 Search.cs(15,48)"),
        new(
            "A default is of another type",
            Search,
            "_timeout.Evaluate(host)",
            "(int)config.GetValue('search', 'timeout', host, 250L)",
            "SLOW2002 Search.cs(22,77)"),
        new(
            "A flag object is asked for in another type",
            Search,
            "config.GetFlag<JsonElement>(Section, nameof(fuzzy), default)",
            "config.GetFlag<int>(Section, nameof(fuzzy), default)",
            "SLOW2002 Search.cs(17,66)"),
        new(
            "A key object has another type",
            Search,
            "config.GetFlag(Shop.Keys.Timeout)",
            "config.GetFlag(new FlagKey<long>('search', 'timeout', 250))",
            "SLOW2002 Search.cs(13,70)"),

        // SLOW2003
        new(
            "A flag is asked for by its names",
            Search,
            "_timeout.Evaluate(host)",
            "config.GetValue('search', 'timeout', host, 250)",
            "SLOW2003 Search.cs(22,36)"),
        new(
            "A flag object is asked for by its names",
            Search,
            "config.GetFlag(Shop.Keys.Timeout)",
            "config.GetFlag('search', 'timeout', 250)",
            "SLOW2003 Search.cs(13,50)"),
        new(
            "A key object is made of names",
            Search,
            "config.GetFlag(Shop.Keys.Timeout)",
            "config.GetFlag(new FlagKey<int>('search', 'timeout', 250))",
            "SLOW2003 Search.cs(13,58)"),
        new(
            "A flag is locked by its names",
            Startup,
            "Locks[Shop.Keys.Fuzzy]",
            "Locks[new FlagName('search', 'fuzzy')]",
            "SLOW2003 Startup.cs(11,23)"),

        // SLOW2004
        new("The last question for a flag is gone", Checkout, " * (1 - flags.Discount(customer))", "",
            "SLOW2004 shop.schema.json(22,9)"),

        // SLOW2005
        new(
            "A number has another default than in the schema",
            Search,
            "_timeout.Evaluate(host)",
            "config.GetValue('search', 'timeout', host, 500)",
            "SLOW2005 Search.cs(22,72)"),
        new(
            "A text has another default than in the schema",
            Startup,
            "flags.Greeting(HashKey.Host)",
            "flags.Config.GetValue('look', 'greeting', HashKey.Host.Value, 'Hi')",
            "SLOW2005 Startup.cs(18,109)"),
        new(
            "A flag object has another default than in the schema",
            Search,
            "config.GetFlag(Shop.Keys.Timeout)",
            "config.GetFlag('search', 'timeout', defaultValue: 25)",
            "SLOW2005 Search.cs(13,93)"),
        new(
            "A key object leaves its default open",
            Search,
            "config.GetFlag(Shop.Keys.Timeout)",
            "config.GetFlag(new FlagKey<int>('search', 'timeout', default))",
            "SLOW2005 Search.cs(13,96)"),

        // SLOW2006
        new("All customers have one hash key", Checkout, "flags.OneClick(customer)", "flags.OneClick('customer')",
            "SLOW2006 Checkout.cs(10,28)"),
        new("Nobody is the hash key", Checkout, "flags.Voucher(customer)", "flags.Voucher(null!)",
            "SLOW2006 Checkout.cs(13,30)"),
        new("A constant is the hash key", Search, "'timeout', host, default", "'timeout', Section, default",
            "SLOW2006 Search.cs(15,82)"),
        new(
            "A flag object is asked for a host by name",
            Search,
            "_timeout.Evaluate(host)",
            "_timeout.Evaluate('web-1')",
            "SLOW2006 Search.cs(22,47)"),
        new("A hash key is made of a constant", Front, "new(HashKey.Host.Value)", "new('front')",
            "SLOW2006 Front.cs(9,48)"),

        // SLOW2007
        new(
            "A host goes by the name of its machine",
            Front,
            "Flags.Shop.Theme(HashKey.Host)",
            "Flags.Shop.Theme(Environment.MachineName)",
            "SLOW2007 Front.cs(11,54)"),
        new(
            "A hash key is made of the name of the machine",
            Front,
            "new(HashKey.Host.Value)",
            "new(Environment.MachineName)",
            "SLOW2007 Front.cs(9,48)"),
        new("An explanation is asked for by the name of the machine", Search, "'web-1'", "Environment.MachineName",
            "SLOW2007 Search.cs(28,58)"),

        // SLOW2008
        new("A host is given flags, and code asks the program's", Office, "(user);",
            "(user); static object Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => "
                + "services.AddAdmin(new Uri('https://example.com/'));",
            "SLOW2008 Office.cs(6,50)",
            "SLOW2008 Startup.cs(22,9)"),

        // SLOW2009
        new("Flags are opened and not set", Startup, "return Flags.Shop = await", "return await",
            "SLOW2009 Checkout.cs(21,50)"),
        new("The config that is opened is not kept", Startup, "Flags.Admin = await", "_ = await",
            "SLOW2009 Startup.cs(22,19)"),
    ];
}
