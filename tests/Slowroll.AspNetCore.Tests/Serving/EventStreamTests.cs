using System.Net;

namespace Slowroll.AspNetCore.Tests.Serving;

/// <summary>An open page is told of changes.</summary>
public class EventStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_tells_what_has_changed()
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At);
        using var answer = await OpenAsync(host);
        using StreamReader events = new(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("retry: 3000", await LineAsync(events));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(["no"], answer.Headers.GetValues("X-Accel-Buffering"));

        host.Source.Set("""{ "f": { "a": { "stable": 1 } } }""");
        Assert.Equal("event: config", await EventAsync(events));

        host.Source.Fail("the store is away");
        Assert.Equal("event: status", await EventAsync(events));

        await host.GetAsync("/slowroll");
        host.Clock!.At += TimeSpan.FromMinutes(2);
        Assert.Equal("event: state", await EventAsync(events));
    }

    [Fact]
    public async Task It_tells_of_locks()
    {
        var folder = Directory.CreateTempSubdirectory("slowroll locks ");
        var file = Path.Combine(folder.FullName, "locks.json");
        try
        {
            await using var host = await PageHost.StartAsync(options: its => its.LocksFile = file);
            using var answer = await OpenAsync(host);
            using StreamReader events = new(await answer.Content.ReadAsStreamAsync());
            await LineAsync(events);

            await File.WriteAllTextAsync(file, "features.fast_index=new\n");

            while (await EventAsync(events) is not "event: locks")
            {
            }

            Assert.Contains("On this machine a lock pins it to new (locks file).", await host.GetAsync("/slowroll"),
                StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task So_many_listen_and_no_more()
    {
        await using var host = await PageHost.StartAsync(
            map: app => app.MapSlowroll("/slowroll", page => page.MaxListeners = 2));
        var first = await OpenAsync(host);
        using var second = await OpenAsync(host);

        using var third = await OpenAsync(host);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), third.Headers.RetryAfter!.Delta);

        first.Dispose();
        while (true)
        {
            using var again = await OpenAsync(host);
            if (again.StatusCode == HttpStatusCode.OK)
                break;
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task It_ends_when_the_host_stops()
    {
        await using var host = await PageHost.StartAsync();
        using var answer = await OpenAsync(host);
        using StreamReader events = new(await answer.Content.ReadAsStreamAsync());
        await LineAsync(events);

        var stopped = host.StopAsync();

        Assert.Equal("", (await events.ReadToEndAsync().WaitAsync(Patience)).Trim());
        await stopped.WaitAsync(Patience);
        Assert.DoesNotContain(host.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> OpenAsync(PageHost host) =>
        host.Client.GetAsync("/slowroll/events", HttpCompletionOption.ResponseHeadersRead);

    private static Task<string> EventAsync(StreamReader events) => NextEventAsync(events).WaitAsync(Patience);

    private static async Task<string> NextEventAsync(StreamReader events)
    {
        while (true)
        {
            if (await LineAsync(events) is { } line && line.StartsWith("event: ", StringComparison.Ordinal))
                return line;
        }
    }

    private static async Task<string?> LineAsync(StreamReader events) =>
        await events.ReadLineAsync().WaitAsync(Patience)
        ?? throw new InvalidOperationException("The stream has ended.");
}
