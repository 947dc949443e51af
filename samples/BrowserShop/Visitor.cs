using Microsoft.JSInterop;
using Slowroll;

namespace BrowserShop;

/// <summary>Who looks at the page: a random id that this browser keeps. It is the hash key, since a browser has no host
/// name: so a visitor has the same answer at the next visit.</summary>
internal static class Visitor
{
    private const string Name = "visitor";

    public static async Task<HashKey> FindAsync(IJSRuntime browser)
    {
        var id = await browser.InvokeAsync<string?>("localStorage.getItem", Name);
        if (id is null)
        {
            id = Guid.NewGuid().ToString("N");
            await browser.InvokeVoidAsync("localStorage.setItem", Name, id);
        }

        return new HashKey(id);
    }
}
