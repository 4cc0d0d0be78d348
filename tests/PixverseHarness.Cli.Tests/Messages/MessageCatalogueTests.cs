using System.Reflection;
using PixverseHarness.Cli.Messages;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Messages;

public sealed class MessageCatalogueTests
{
    [Fact]
    public void All_HoldsEveryDeclaredCodeOnceInOrder()
    {
        var declared = typeof(MessageCatalogue).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(p => p.PropertyType == typeof(MessageCode)).Select(p => ((MessageCode)p.GetValue(null)!).Code);

        var codes = MessageCatalogue.All.Select(m => m.Code).ToArray();

        Assert.Equal(declared.Order(StringComparer.Ordinal), codes);
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, c => Assert.Matches("^PXH[0-9]{4}$", c));
    }

    [Fact]
    public void All_ExitCodesAndSentences_AreWellFormed() => Assert.All(MessageCatalogue.All, m =>
    {
        Assert.Contains(m.ExitCode, ExitCodes.All.Select(c => c.Code));
        Assert.EndsWith(".", m.Meaning, StringComparison.Ordinal);
        Assert.EndsWith(".", m.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain('|', m.Meaning + m.Remedy + m.Title);
    });

    [Fact]
    public void All_EveryCode_IsProvokedByATest()
    {
        var tests = Directory.EnumerateFiles(RepositoryRoot.Combine("tests"), "*Tests*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        var provoked = string.Concat(tests);

        Assert.All(MessageCatalogue.All, m => Assert.Contains(m.Code, provoked, StringComparison.Ordinal));
    }

    [Fact]
    public void MessagePage_Messages_IsTheCommittedPage() => GoldenFile.Matches("docs/messages.md", MessagePage.Messages());

    [Fact]
    public void MessagePage_ExitCodes_IsTheCommittedPage() => GoldenFile.Matches("docs/exit-codes.md", MessagePage.ExitCodePage());
}
