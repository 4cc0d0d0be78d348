using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Formats;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Cli.Payloads;

/// <summary><c>pixverse payloads</c>: valid, boundary and violating payloads, covering arrays, and what they cover.</summary>
internal sealed class PayloadsVerb : Verb
{
    private const int FewValid = 10;
    private const string Endless = "endless";

    private readonly ProfileFlags _profile = new();

    private readonly Option<string?> _kind = OptionOf.Word(
        "--kind", string.Join('|', PayloadOrder.Kinds), "What to generate; the last two are covering arrays of valid payloads. Default valid.", PayloadOrder.Kinds);

    private readonly Option<PayloadMix?> _mix = OptionOf.Value<PayloadMix?>(
        "--mix", "SHARES", "Shares of valid, boundary and violating payloads instead of one kind, such as valid=0.9,violating=0.1.", text =>
            PayloadMix.TryParse(text, out var mix, out var problem) ? mix : throw OptionOf.Invalid("--mix", text, problem.Replace('\'', '"')));

    private readonly Option<long?> _count = OptionOf.Value<long?>(
        "--count", $"N|{Endless}", "How many. Default 10 valid ones or a mix of 10, else every case once.", text =>
            text == Endless ? long.MaxValue
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw OptionOf.Invalid("--count", text, $"is neither a whole number from 1 nor \"{Endless}\""));

    private readonly Option<PayloadFormat> _format = OptionOf.Choice(
        "--format", "How they are written.", PayloadFormat.Jsonl,
        [("jsonl", PayloadFormat.Jsonl), ("curl", PayloadFormat.Curl), ("http", PayloadFormat.Http)]);

    private readonly Option<string?> _out = OptionOf.Text("--out", "FILE", "Writes to a file instead of standard output.");

    private readonly Option<bool> _describe = OptionOf.Flag("--describe", "Adds label, expectation under the profile, and price; so does --output json.");

    private readonly Option<bool> _coverage = OptionOf.Flag("--coverage", "Prints what they cover and lack instead of the payloads; exits with 1 on a gap.");

    private readonly Option<bool> _violations = OptionOf.Flag(
        "--with-violations", "Adds to a covering array rows with one violating value each, which meets every value of the others.");

    /// <summary>Declares the verb.</summary>
    public PayloadsVerb()
        : base("payloads", "Generates valid, boundary and violating payloads, and says what they cover.")
    {
        foreach (var option in (Option[])[_kind, _mix, _count, _format, _out, _describe, _coverage, _violations])
        {
            Options.Add(option);
        }

        _profile.AddTo(this);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse payloads --kind violating --coverage", "Shows parameter by kind of violation, and that no cell is empty."),
        new("pixverse payloads --kind pairwise --describe", "Prints the few payloads that hold every pair of values, with prices."),
        new("pixverse payloads --mix valid=0.9,violating=0.1 --count 1000 --seed 42 --out mix.jsonl", "Writes the same thousand lines every time."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections => [ProfileFlags.SwitchSection];

    /// <inheritdoc/>
    /// <exception cref="FaultException">Options exclude each other, a covering array has fewer rows, or the file cannot be written.</exception>
    public override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        RefuseConflicts(context);
        var profile = _profile.Apply(context, ApiProfile.Documented);
        var order = Order(context, profile);
        var count = Count(context, order);
        var seedLine = Provenance.SeedLine(context.Seed);
        var code = ExitCodes.Ok;
        if (context.Get(_coverage))
        {
            var report = new CoverageReport(order.Kind, Take(order, count), profile, seedLine);
            code = report.Missing.IsEmpty ? ExitCodes.Ok : ExitCodes.Findings;
            WriteOut(context, seedLine, output => (context.IsJson ? (Action<TextWriter>)report.WriteJson : report.WriteText)(output));
        }
        else
        {
            var writer = PayloadWriter.Create(context.Get(_format), profile, context.Get(_describe) || context.IsJson);
            WriteOut(context, seedLine, output => WritePayloads(output, writer, Take(order, count), seedLine, cancellationToken));
        }

        return Task.FromResult(code);
    }

    private PayloadOrder Order(VerbContext context, ApiProfile profile) =>
        context.Get(_mix) is { } mix
            ? PayloadOrder.OfMix(mix, context.Seed, profile)
            : PayloadOrder.OfKind(context.Get(_kind) ?? "valid", context.Seed, context.Get(_violations));

    private long Count(VerbContext context, PayloadOrder order)
    {
        var least = order.Kind is "valid" or "mix" && !context.Get(_coverage) ? FewValid : order.Whole;
        var count = context.Get(_count) ?? least ?? FewValid;
        if (order is { HasEnd: true, Whole: { } rows } && count > rows)
        {
            var asked = count == long.MaxValue ? Endless : count.ToString(CultureInfo.InvariantCulture);
            throw new FaultException(new Fault(PayloadMessages.TooMany, $"{Quoted.Of(asked)} is more than the {rows} rows of the {order.Kind} array")
            {
                Where = "--count",
            });
        }

        return count;
    }

    private static IEnumerable<Payload> Take(PayloadOrder order, long count) =>
        count > int.MaxValue ? order.Payloads : order.Payloads.Take((int)count);

    private void RefuseConflicts(VerbContext context)
    {
        var kind = context.Get(_kind);
        var isMix = context.Get(_mix) is not null;
        var coverage = context.Get(_coverage);
        (bool Wrong, string What)[] conflicts =
        [
            (isMix && kind is not null, "--mix and --kind exclude each other"),
            (isMix && coverage, "--coverage needs one kind, not a mix"),
            (coverage && context.Get(_count) == long.MaxValue, $"--coverage of {Endless} payloads would never come"),
            (context.Get(_violations) && kind is not ("pairwise" or "threeway"), "--with-violations goes with --kind pairwise or threeway only"),
            (context.IsJson && context.Get(_format) != PayloadFormat.Jsonl, "--output json goes with --format jsonl only"),
        ];
        foreach (var (wrong, what) in conflicts)
        {
            if (wrong)
            {
                throw new FaultException(new Fault(PayloadMessages.Conflict, what));
            }
        }
    }

    // The seed comes before the payloads: whoever stops reading them has it too.
    private void WriteOut(VerbContext context, string seedLine, Action<TextWriter> write)
    {
        if (context.Get(_out) is not { } path)
        {
            context.Error.WriteLine(seedLine);
            write(context.Output);
            return;
        }

        try
        {
            using var output = new StreamWriter(context.CreateFile(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            context.Error.WriteLine(seedLine);
            write(output);
        }
        catch (IOException full)
        {
            throw new FaultException(new Fault(GeneralMessages.UnwritableFile, $"{Quoted.Of(path)} cannot be written: {full.Message.TrimEnd('.')}"));
        }
    }

    private static void WritePayloads(
        TextWriter output, PayloadWriter writer, IEnumerable<Payload> payloads, string seedLine, CancellationToken cancellationToken)
    {
        // Standard output flushes at every write, so each payload goes out as one.
        var text = new StringWriter();
        writer.WriteHead(text, seedLine);
        foreach (var payload in payloads)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(text, payload);
            output.Write(text.GetStringBuilder());
            text.GetStringBuilder().Clear();
        }
    }
}
