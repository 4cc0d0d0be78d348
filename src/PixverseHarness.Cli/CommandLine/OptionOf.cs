using System.CommandLine;
using System.Globalization;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>Makes options whose values are read strictly, and whose faults name option, value, what is allowed and the nearest match.</summary>
internal static class OptionOf
{
    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>A text; null when the option is absent.</summary>
    public static Option<string?> Text(string name, string valueName, string description) =>
        new(name) { HelpName = valueName, Description = description };

    /// <summary>One of a list of words, each with what it stands for.</summary>
    public static Option<T> Choice<T>(string name, string description, T absent, IReadOnlyList<(string Word, T Value)> choices)
    {
        var words = choices.Select(c => c.Word).ToArray();
        var option = Value(name, string.Join('|', words), $"{description} Default {choices.First(c => Equals(c.Value, absent)).Word}.", text =>
        {
            var index = Array.IndexOf(words, text);
            return index >= 0 ? choices[index].Value : throw NotOneOf(name, text, words);
        });
        option.DefaultValueFactory = _ => absent;
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>One of a list of words; null when the option is absent.</summary>
    public static Option<string?> Word(string name, string valueName, string description, IReadOnlyList<string> words)
    {
        var option = Value<string?>(name, valueName, description, text =>
            words.FirstOrDefault(w => string.Equals(w, text, StringComparison.OrdinalIgnoreCase)) ?? throw NotOneOf(name, text, words));
        option.CompletionSources.Add([.. words]);
        return option;
    }

    /// <summary>A whole number in a range, bounds included; null when the option is absent.</summary>
    public static Option<int?> Integer(string name, string valueName, string description, int least, int most) =>
        Value<int?>(name, valueName, description, text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw Invalid(name, text, $"is not a whole number from {Plain(least)} to {Plain(most)}"));

    /// <summary>A number in a range, bounds included; null when the option is absent.</summary>
    public static Option<decimal?> Number(string name, string valueName, string description, decimal least, decimal most) =>
        Value<decimal?>(name, valueName, description, text =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw Invalid(name, text, $"is not a number from {Plain(least)} to {Plain(most)}"));

    /// <summary>A seed: a whole number from 0 to 2^64 - 1; null when the option is absent.</summary>
    public static Option<ulong?> Seed(string name, string description) =>
        Value<ulong?>(name, "N", description, text =>
            ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                ? seed
                : throw Invalid(name, text, $"is not a whole number from 0 to {Plain(ulong.MaxValue)}"));

    /// <summary>A duration such as <c>300ms</c> or <c>1h30m</c>, longer than zero; null when the option is absent.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) =>
        Value<TimeSpan?>(name, "DURATION", description, text =>
            DurationText.TryParse(text, out var duration, out var fault) && duration > TimeSpan.Zero
                ? duration
                : throw new FaultException(new Fault(GeneralMessages.InvalidDuration, Whole(fault, text)) { Where = name }));

    /// <summary>An option whose value <paramref name="read"/> understands, or refuses with a <see cref="FaultException"/>.</summary>
    public static Option<T> Value<T>(string name, string valueName, string description, Func<string, T> read) =>
        new StrictOption<T>(name, valueName, description, texts => read(texts[^1]));

    /// <summary>An option that may be repeated, each of whose values <paramref name="read"/> understands or refuses; empty when it is absent.</summary>
    public static Option<T[]> Values<T>(string name, string valueName, string description, Func<string, T> read) =>
        new StrictOption<T[]>(name, valueName, description + " May be repeated.", texts => [.. texts.Select(read)])
        {
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };

    /// <summary>The refusal of a word that is none of a list.</summary>
    public static FaultException NotOneOf(string option, string text, IReadOnlyList<string> words) =>
        new(Fault.NotOneOf(GeneralMessages.InvalidValue, $"{Quoted.Of(text)} is not allowed", text, words) with { Where = option });

    /// <summary>The refusal of a value, with why.</summary>
    public static FaultException Invalid(string option, string text, string why) =>
        new(new Fault(GeneralMessages.InvalidValue, $"{Quoted.Of(text)} {why}") { Where = option });

    private static string Whole(string fault, string text) =>
        fault.Length > 0 ? fault.TrimEnd('.') : $"{Quoted.Of(text)} is not longer than zero";

    private static string Plain(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
