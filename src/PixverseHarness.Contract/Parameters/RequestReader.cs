using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Parameters;

/// <summary>Reads a JSON body into a <see cref="VideoRequest"/> and says everything that is wrong with it (section 4).</summary>
public sealed class RequestReader
{
    private readonly ApiProfile _profile;
    private readonly ImmutableArray<ParameterFault>.Builder _faults = ImmutableArray.CreateBuilder<ParameterFault>();

    private RequestReader(ApiProfile profile) => _profile = profile;

    /// <summary>Reads a parsed body.</summary>
    /// <param name="body">The root of the body; any JSON value.</param>
    /// <param name="profile">Decides the switches: omitted parameters, unknown members, number forms, lengths.</param>
    public static RequestReading Read(JsonElement body, ApiProfile profile) => new RequestReader(profile).Read(body);

    private RequestReading Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            var fault = new ParameterFault("", ParameterFaultKind.NotAnObject, "The request body must be a JSON object.");
            return new RequestReading(new VideoRequest { Prompt = "" }, [fault]);
        }

        ReadMemberNames(body);
        var request = new VideoRequest
        {
            AspectRatio = Choice<AspectRatio>(body, "aspect_ratio") ?? AspectRatio.Landscape16x9,
            Duration = Choice<ClipDuration>(body, "duration") ?? ClipDuration.FiveSeconds,
            MotionMode = Choice<MotionMode>(body, "motion_mode") ?? MotionMode.Normal,
            Prompt = Text(body, "prompt") ?? "",
            Quality = Choice<Quality>(body, "quality") ?? Quality.P540,
            NegativePrompt = Text(body, "negative_prompt"),
            Seed = Number(body, "seed"),
            Style = Choice<VideoStyle>(body, "style"),
        };

        foreach (var rule in CrossFieldRules.BrokenBy(request))
        {
            _faults.Add(new ParameterFault(rule.IfParameter, ParameterFaultKind.RuleBroken, $"Invalid combination: {rule.Sentence}.", rule));
        }

        return new RequestReading(request, _faults.ToImmutable());
    }

    private void ReadMemberNames(JsonElement body)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in body.EnumerateObject())
        {
            var name = NameOf(member);
            if (!seen.Add(name))
            {
                if (_profile.DuplicateMembers == MemberHandling.Reject)
                {
                    _faults.Add(new ParameterFault(name, ParameterFaultKind.DuplicateMember, $"'{name}' stands more than once."));
                }
            }
            else if (_profile.UnknownMembers == MemberHandling.Reject && ParameterCatalogue.Find(name) is null)
            {
                _faults.Add(new ParameterFault(name, ParameterFaultKind.UnknownMember, $"'{name}' is not a parameter of this model."));
            }
        }
    }

    private T? Choice<T>(JsonElement body, string name)
        where T : struct, Enum
    {
        var spec = ParameterCatalogue.Find(name)!;
        if (!TryGet(body, spec, out var value))
        {
            return null;
        }

        string text;
        if (spec.Type == ParameterType.Integer)
        {
            if (!TryInteger(value, out var number))
            {
                WrongType(spec, value);
                return null;
            }

            text = number.ToString(CultureInfo.InvariantCulture);
        }
        else if (!TryString(value, out text))
        {
            WrongType(spec, value);
            return null;
        }

        var index = spec.Allowed.IndexOf(text);
        if (index < 0)
        {
            var allowed = string.Join(", ", spec.Allowed);
            _faults.Add(new ParameterFault(name, ParameterFaultKind.NotAllowed, $"'{name}' must be one of {allowed}."));
            return null;
        }

        return Enum.GetValues<T>()[index];
    }

    private string? Text(JsonElement body, string name)
    {
        var spec = ParameterCatalogue.Find(name)!;
        if (!TryGet(body, spec, out var value))
        {
            return null;
        }

        if (!TryString(value, out var text))
        {
            WrongType(spec, value);
            return null;
        }

        if (spec.Required && string.IsNullOrWhiteSpace(text))
        {
            _faults.Add(new ParameterFault(name, ParameterFaultKind.Empty, $"'{name}' must not be empty."));
        }
        else if (_profile.PromptLimit is { } limit && CodePoints(text) > limit)
        {
            _faults.Add(new ParameterFault(name, ParameterFaultKind.TooLong, $"'{name}' must have at most {limit} characters."));
        }

        return text;
    }

    private long? Number(JsonElement body, string name)
    {
        var spec = ParameterCatalogue.Find(name)!;
        if (!TryGet(body, spec, out var value))
        {
            return null;
        }

        if (!TryInteger(value, out var number))
        {
            WrongType(spec, value);
            return null;
        }

        if (_profile.SeedRange == SeedRange.Upstream && number is < 0 or > int.MaxValue)
        {
            _faults.Add(new ParameterFault(name, ParameterFaultKind.OutOfRange, $"'{name}' must lie between 0 and 2147483647."));
        }

        return number;
    }

    private bool TryGet(JsonElement body, ParameterSpec spec, out JsonElement value)
    {
        if (!body.TryGetProperty(spec.Name, out value))
        {
            var mayDefault = _profile.OmittedParameters == OmittedParameters.Default && spec.Default is not null;
            if (spec.Required && !mayDefault)
            {
                _faults.Add(new ParameterFault(spec.Name, ParameterFaultKind.Missing, $"'{spec.Name}' is required."));
            }

            return false;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!spec.Nullable)
            {
                _faults.Add(new ParameterFault(spec.Name, ParameterFaultKind.Null, $"'{spec.Name}' must not be null."));
            }

            return false;
        }

        return true;
    }

    private bool TryInteger(JsonElement value, out long number)
    {
        number = 0;
        if (value.ValueKind == JsonValueKind.String)
        {
            return _profile.NumbersAsText == NumbersAsText.Accept
                && TryString(value, out var text)
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (value.TryGetInt64(out number))
        {
            return true;
        }

        // 5.0 and 5e0 are integers by value; JSON Schema counts them as such.
        if (_profile.IntegerForms == IntegerForms.ByValue
            && value.TryGetDecimal(out var exact) && decimal.Truncate(exact) == exact && exact is >= long.MinValue and <= long.MaxValue)
        {
            number = (long)exact;
            return true;
        }

        return false;
    }

    private static bool TryString(JsonElement value, out string text)
    {
        text = "";
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate is legal JSON text that no UTF-16 string can hold: not usable as a value.
            return false;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private void WrongType(ParameterSpec spec, JsonElement value)
    {
        var wanted = spec.Type == ParameterType.Integer ? "an integer" : "a string";
        var seen = value.ValueKind.ToString().ToLowerInvariant();
        _faults.Add(new ParameterFault(spec.Name, ParameterFaultKind.WrongType, $"'{spec.Name}' must be {wanted}, not {seen}."));
    }

    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
