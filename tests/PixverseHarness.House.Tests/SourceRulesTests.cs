namespace PixverseHarness.House.Tests;

/// <summary>Rules on source text that no analyzer of ours knows.</summary>
public sealed class SourceRulesTests
{
    private const int MostLines = 350;

    private const int MostTestLines = 600;

    private const int MostPragmas = 10;

    [Fact]
    public void Files_Length_StaysWithinTheNorm() =>
        Faults.None(
            from file in Repository.SourceFiles
            let lines = Repository.Lines(file).Length
            let most = file.StartsWith("tests/", StringComparison.Ordinal) ? MostTestLines : MostLines
            where lines > most
            select $"{file} has {lines} lines, {most} are allowed.");

    [Fact]
    public void Types_NamesInTheProduct_SayTheRole() =>
        Faults.None(Repository.Grep(
            Repository.SourceFiles.Where(f => f.StartsWith("src/", StringComparison.Ordinal)),
            """\b(class|record|struct|interface|enum)\s+\w+(Manager|Managers|Helper|Helpers|Util|Utils|Utilities|Service|Services|Info)\b"""));

    [Fact]
    public void Pragmas_EachOne_NamesItsReasonOnTheLine()
    {
        var pragmas = Repository.Grep(Repository.SourceFiles, """^\s*#pragma warning disable""").ToList();

        Assert.Equal(Repository.Grep(Repository.SourceFiles, """^\s*#pragma warning disable [A-Z]+[0-9]+ // \w.{10,}"""), pragmas);
        Assert.InRange(pragmas.Count, 0, MostPragmas);
    }

    [Fact]
    public void Suppressions_EachOne_HasAJustification() =>
        Faults.None(Repository.Grep(Repository.SourceFiles, """\[(assembly: )?SuppressMessage\((?!.*Justification = "\w)"""));

    [Fact]
    public void Nullability_OfAFile_IsNeverSwitchedOff() =>
        Faults.None(Repository.Grep(Repository.SourceFiles, """^\s*#nullable disable"""));

    [Fact]
    public void Text_OutsideTests_NamesNoFolderOfAMachine() =>
        Faults.None(Repository.Grep(OwnText(), """(^|[\s"'(=:])(/work/|/home/\w|/root/|/Users/\w|[A-Z]:\\Users\\)"""));

    [Fact]
    public void Text_OutsideTests_HoldsNoKey() =>
        Faults.None(Secrets.In(OwnText()));

    [Fact]
    public void Text_EndsOfLines_AreLineFeeds() =>
        Assert.All(OwnText().Where(f => !f.EndsWith(".sln", StringComparison.Ordinal)), f => Assert.DoesNotContain('\r', Repository.Text(f)));

    private static IEnumerable<string> OwnText() =>
        Repository.Files.Where(f => !f.StartsWith("tests/", StringComparison.Ordinal) && Path.GetExtension(f) is not (".mp4" or ".png" or ".woff2" or ".hgrm"));
}
