namespace Slowroll.Planning.Flags;

/// <summary>Something that happens to one or more groups of hosts at one instant.</summary>
/// <param name="At">When, in microseconds since the year 1.</param>
/// <param name="Kind">What.</param>
/// <param name="Text">The same for people, behind the name; it begins with a verb.</param>
/// <param name="Detail">What else there is to say; null for nothing.</param>
/// <param name="Names">The groups.</param>
internal sealed record PlannedEvent(long At, EventKind Kind, string Text, string? Detail, IReadOnlyList<string> Names)
{
    private const int MostNames = 3;

    private static readonly Dictionary<string, string> Plurals = new(StringComparer.Ordinal)
    {
        ["goes"] = "go",
        ["starts"] = "start",
        ["reaches"] = "reach",
        ["stays"] = "stay",
        ["stands"] = "stand",
        ["is"] = "are",
    };

    /// <summary>To whom it happens: the first ones by name, and how many more there are.</summary>
    public string Subject => SubjectOf(Names);

    /// <summary>What happens, behind the subject and with the detail: <c>reach 10 % (held until ...)</c>.</summary>
    public string Predicate => Detail is null ? PredicateOf(Names, Text) : $"{PredicateOf(Names, Text)} ({Detail})";

    /// <summary>As in <c>features.a and features.b reach 10 %</c>.</summary>
    public string Sentence => SentenceOf(Names, Text);

    /// <summary>What several do.</summary>
    /// <param name="names">At least one.</param>
    /// <param name="text">What one of them does; it begins with a verb.</param>
    public static string SentenceOf(IReadOnlyList<string> names, string text) =>
        $"{SubjectOf(names)} {PredicateOf(names, text)}";

    private static string SubjectOf(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0]
        : names.Count <= MostNames ? $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}"
        : $"{string.Join(", ", names.Take(MostNames - 1))} and {names.Count - MostNames + 1} more";

    private static string PredicateOf(IReadOnlyList<string> names, string text)
    {
        var verb = text.Split(' ')[0];
        return names.Count == 1 ? text : $"{Plurals[verb]}{text[verb.Length..]}";
    }

    /// <summary>The next events of all groups, in the order of time; what happens to several groups at once is
    /// one.</summary>
    /// <param name="flags">The flags.</param>
    /// <param name="instant">After which they happen, in microseconds since the year 1.</param>
    /// <param name="most">How many are looked for.</param>
    public static IReadOnlyList<PlannedEvent> Next(IEnumerable<PlannedFlag> flags, long instant, int most)
    {
        PriorityQueue<(PlannedGroup Group, IEnumerator<CourseEvent> Events), long> queue = new();
        foreach (var group in flags.SelectMany(flag => flag.Groups).Where(group => group.State.Moves))
            Advance(group, CourseEvents.After(group.Group.Course, instant).GetEnumerator());

        List<PlannedEvent> found = [];
        while (found.Count < most && queue.TryPeek(out _, out var at))
        {
            List<(CourseEvent Event, string Name)> atOnce = [];
            while (queue.TryPeek(out var next, out var its) && its == at)
            {
                queue.Dequeue();
                atOnce.Add((next.Events.Current, next.Group.Name));
                Advance(next.Group, next.Events);
            }

            found.AddRange(atOnce.GroupBy(one => (one.Event.Kind, one.Event.Text, one.Event.Detail))
                .Select(same => new PlannedEvent(
                    at, same.Key.Kind, same.Key.Text, same.Key.Detail,
                    [.. same.Select(one => one.Name).Order(StringComparer.Ordinal)]))
                .OrderBy(one => one.Names[0], StringComparer.Ordinal));
        }

        return [.. found.Take(most)];

        void Advance(PlannedGroup group, IEnumerator<CourseEvent> events)
        {
            if (events.MoveNext())
                queue.Enqueue((group, events), events.Current.At);
            else
                events.Dispose();
        }
    }
}
