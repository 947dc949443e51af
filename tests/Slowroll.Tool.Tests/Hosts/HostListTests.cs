using System.Text;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Tests.Hosts;

public class HostListTests
{
    [Theory]
    [InlineData("a\nb\n", "a b")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("\n  a \n\t\n# b\nb", "a b")]
    [InlineData("\uFEFFa\na\nb", "a b")]
    [InlineData("", "")]
    public void A_list_has_a_host_in_each_line(string text, string names) => Assert.Equal(
        names, string.Join(' ', HostList.Read(new("hosts", Encoding.UTF8.GetBytes(text)), Hashers.Sha1).Names));

    [Theory]
    [InlineData(null)]
    [InlineData("checkout")]
    public void The_order_is_that_of_the_buckets_with_the_salt(string? salt)
    {
        HostList hosts = new(Enumerable.Range(0, 100).Select(number => $"web-{number}"), Hashers.Sha1);

        var expected = hosts.Names.OrderBy(name => Hashers.Sha1(salt is null ? name : $"{salt}:{name}"));
        Assert.Equal(expected, hosts.OrderOf(salt).All.Select(host => hosts.Names[host]));
    }
}
