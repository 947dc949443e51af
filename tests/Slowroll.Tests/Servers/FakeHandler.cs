namespace Slowroll.Tests.Servers;

/// <summary>Answers in the place of a network, for what no server can be made to do.</summary>
internal sealed class FakeHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public bool IsDisposed { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = answer(request);
        response.RequestMessage ??= request;
        return Task.FromResult(response);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
