using System.Collections.Immutable;

namespace PixverseHarness.Payloads.Prompts;

/// <summary>A pattern such as <c>{Subject} {action} {place}, {camera}.</c>, parsed once.</summary>
internal sealed class PromptShape
{
    private PromptShape(ImmutableArray<Segment> segments) => Segments = segments;

    /// <summary>Text and parts in order.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="ArgumentException">A name in braces is no <see cref="PromptPart"/>.</exception>
    public static PromptShape Parse(string pattern)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var rest = pattern.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('{');
            if (open != 0)
            {
                var text = open < 0 ? rest : rest[..open];
                segments.Add(new Segment(PromptPart.Text, text.ToString(), Capital: false));
                rest = rest[text.Length..];
                continue;
            }

            var close = rest.IndexOf('}');
            var name = rest[1..close];
            segments.Add(new Segment(Enum.Parse<PromptPart>(name, ignoreCase: true), "", char.IsUpper(name[0])));
            rest = rest[(close + 1)..];
        }

        return new PromptShape(segments.ToImmutable());
    }

    /// <summary>One piece of a shape.</summary>
    /// <param name="Part">Which part stands here.</param>
    /// <param name="Text">The literal text of a <see cref="PromptPart.Text"/>.</param>
    /// <param name="Capital">Whether the part opens a sentence.</param>
    internal readonly record struct Segment(PromptPart Part, string Text, bool Capital);
}
