using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Profiles;
using Spectre.Console;

namespace PixverseHarness.Cli.Clauses;

/// <summary><c>pixverse clauses</c>: the contract, sentence by sentence, each with its source and confidence.</summary>
internal sealed class ClausesVerb : Verb
{
    private readonly Lazy<ImmutableArray<Clause>> _clauses;
    private readonly Option<string?> _area;
    private readonly Option<string?> _confidence;
    private readonly Option<string?> _cause;
    private readonly Option<string?> _profile;

    /// <summary>Declares the verb.</summary>
    /// <param name="clauses">Gives the clauses; called only when they are needed, since every other verb starts without them.</param>
    public ClausesVerb(Func<ImmutableArray<Clause>> clauses)
        : base("clauses", "Lists the contract: ids, sentences, sources and confidence.")
    {
        _clauses = new Lazy<ImmutableArray<Clause>>(clauses);
        _area = OptionOf.Value<string?>("--area", "AREA", "Only one part of the API, such as STATUS; the parts are below.", ReadArea);
        _area.CompletionSources.Add(_ => Areas.Select(a => new CompletionItem(a)));
        _confidence = OptionOf.Word(
            "--confidence", "WORD", $"Only what is known this well: {string.Join(", ", Confidences)}.", Confidences);
        _cause = OptionOf.Word(
            "--cause", "NAME", "Only what speaks of one error cause, such as insufficient_credits.", [.. ErrorCauses.All.Select(c => c.Name)]);
        _profile = OptionOf.Word("--profile", "NAME", "Only what holds under a profile: documented or observed.", ["documented", "observed"]);
        Options.Add(_area);
        Options.Add(_confidence);
        Options.Add(_cause);
        Options.Add(_profile);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse clauses --confidence documented", "Lists what the vendor itself publishes."),
        new("pixverse clauses --cause insufficient_credits --output json", "Gives a program what is known of one error, profiles included."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections =>
    [
        new("Areas", [.. _clauses.Value.CountBy(c => c.Area).Select(a => (a.Key, Clauses(a.Value)))]),
    ];

    private IReadOnlyList<string> Areas => [.. _clauses.Value.Select(c => c.Area).Distinct()];

    private static string[] Confidences { get; } = [.. Enum.GetValues<Confidence>().Select(c => c.ToWord())];

    /// <inheritdoc/>
    /// <exception cref="FaultException">No clause is left after filtering (PXH0401).</exception>
    public override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var chosen = _clauses.Value.Where(c => Matches(c, context)).ToImmutableArray();
        if (chosen.IsEmpty)
        {
            throw new FaultException(new Fault(
                ClauseMessages.NoClause, $"none of the {_clauses.Value.Length} clauses passes all of the given filters"));
        }

        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(new ClausesDocument(1, chosen), CliJson.Readable.ClausesDocument));
        }
        else if (context.IsPlain)
        {
            WriteLines(context, chosen);
        }
        else
        {
            WriteTable(context, chosen);
        }

        return Task.FromResult(ExitCodes.Ok);
    }

    private bool Matches(Clause clause, VerbContext context) =>
        (context.Get(_area) is not { } area || clause.Area == area)
        && (context.Get(_confidence) is not { } confidence || clause.Evidence.Confidence.ToWord() == confidence)
        && (context.Get(_cause) is not { } cause || clause.Causes.Contains(cause))
        && (context.Get(_profile) is not { } profile || clause.HoldsUnder(ApiProfile.Find(profile)!));

    /// <summary>One line a clause, so that grep works.</summary>
    private static void WriteLines(VerbContext context, ImmutableArray<Clause> clauses)
    {
        var widest = clauses.Max(c => c.Id.Length);
        foreach (var clause in clauses)
        {
            context.Output.WriteLine($"{clause.Id.PadRight(widest)}  {clause.Evidence.Confidence.ToWord(),-11}  {Sentence(clause)} [{Source(clause)}]");
        }

        context.Output.WriteLine(Summary(clauses));
    }

    private static void WriteTable(VerbContext context, ImmutableArray<Clause> clauses)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("clause").NoWrap()).AddColumn("known").AddColumn("what holds")
            .AddColumn("source");
        foreach (var clause in clauses)
        {
            table.AddRow(
                new Text(clause.Id, new Style(decoration: Decoration.Bold)),
                new Text(clause.Evidence.Confidence.ToWord(), new Style(Colour(clause.Evidence.Confidence))),
                new Text(Sentence(clause)),
                new Text(Source(clause), new Style(decoration: Decoration.Dim)));
        }

        context.Terminal.Write(table);
        context.Output.WriteLine(Summary(clauses));
    }

    private static string Sentence(Clause clause) => clause.Profile is { } setting ? $"{clause.Sentence} (with {setting})" : clause.Sentence;

    private static string Source(Clause clause) => $"{clause.Evidence.Source}, section {clause.Evidence.Section}";

    private static string Summary(ImmutableArray<Clause> clauses) =>
        $"{Clauses(clauses.Length)}: " + string.Join(", ", clauses.GroupBy(c => c.Evidence.Confidence).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.ToWord()}"));

    private static string Clauses(int count) => count == 1 ? "1 clause" : string.Create(CultureInfo.InvariantCulture, $"{count} clauses");

    private string ReadArea(string text) =>
        Areas.FirstOrDefault(a => string.Equals(a, text, StringComparison.OrdinalIgnoreCase)) ?? throw OptionOf.NotOneOf("--area", text, Areas);

    private static Color Colour(Confidence confidence) => confidence switch
    {
        Confidence.Documented => Color.Green,
        Confidence.Unknown => Color.Red,
        _ => Color.Yellow,
    };
}
