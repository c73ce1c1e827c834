namespace OgGen.Generator.Schemas;

/// <summary>
/// Decides whether every string that a regular expression allows is a number: sign, digits, point and exponent, in this order.
/// </summary>
/// <remarks>
/// <para>
/// The expression is run over the states of a number instead of over a string. Each part of it is a table that says for each state to which
/// states the strings of that part lead, so that the cost is that of the expression's length, whatever is nested in it.
/// </para>
/// <para>
/// Lookarounds allow no string that is not allowed without them, and are skipped. An unsupported construct (references to groups, classes
/// of Unicode) is no number.
/// </para>
/// </remarks>
internal sealed class NumericPattern
{
    // The states of a number, in the order in which they may follow each other.
    private const int Open = 0; // before the start is anchored
    private const int Start = 1;
    private const int Sign = 2;
    private const int Digits = 3;
    private const int Point = 4; // without a digit before it
    private const int Fraction = 5;
    private const int Exponent = 6;
    private const int ExponentSign = 7;
    private const int ExponentDigits = 8;
    private const int End = 9;
    private const int Other = 10; // no number any more
    private const int States = 11;

    /// <summary>A longer expression describes something else than a number.</summary>
    private const int MaxLength = 256;

    private const int MaxDepth = 16;

    private readonly string _text;
    private int _position;
    private int _lookarounds;
    private bool _isUnknown;
    private Characters _all;

    private NumericPattern(string text) => _text = text;

    /// <summary>The role of a character in a number.</summary>
    [Flags]
    private enum Characters
    {
        None = 0,
        Digit = 1,
        Sign = 2,
        Point = 4,
        Exponent = 8,
        Other = 16,
    }

    /// <summary>Whether a pattern allows numbers alone.</summary>
    public static bool IsNumber(string? pattern) => CharactersOf(pattern) != Characters.None;

    /// <summary>Whether a pattern allows numbers without a point and an exponent alone.</summary>
    public static bool IsInteger(string? pattern)
        => CharactersOf(pattern) is not Characters.None and var all && (all & (Characters.Point | Characters.Exponent)) == 0;

    /// <summary>
    /// Whether a pattern allows numbers alone that may have a point and have no exponent: exact digits, as <c>decimal</c> has them.
    /// </summary>
    public static bool IsDecimal(string? pattern) => (CharactersOf(pattern) & (Characters.Point | Characters.Exponent)) == Characters.Point;

    /// <summary>The characters of the numbers that a pattern allows; none where it allows anything else.</summary>
    private static Characters CharactersOf(string? pattern)
    {
        if (pattern is not { Length: > 0 and <= MaxLength })
        {
            return Characters.None;
        }

        var parser = new NumericPattern(pattern);
        int reached = parser.Alternatives(depth: 0)[Open];

        // An anchor at the end of one alternative is meant for all: Pydantic's pattern for a decimal with limits omits it in the other.
        bool isWhole = (reached & (1 << End)) != 0 && (reached & ((1 << Other) | (1 << Open))) == 0;
        bool isNumber = !parser._isUnknown && parser._position == pattern.Length && isWhole && (parser._all & Characters.Digit) != 0;
        return isNumber ? parser._all : Characters.None;
    }

    private int[] Alternatives(int depth)
    {
        int[] any = Sequence(depth);
        while (Take('|'))
        {
            any = Either(any, Sequence(depth));
        }

        return any;
    }

    private int[] Sequence(int depth)
    {
        int[] table = Nothing();
        while (_position < _text.Length && _text[_position] is not ('|' or ')') && !_isUnknown)
        {
            table = Then(table, Quantified(Atom(depth)));
        }

        return table;
    }

    private int[] Atom(int depth)
    {
        char c = _text[_position++];
        switch (c)
        {
            case '^':
                return Anchor(isStart: true);
            case '$':
                return Anchor(isStart: false);
            case '(':
                return Group(depth);
            case '[':
                return Read(Class());
            case '\\':
                return _position < _text.Length && _text[_position] is 'b' or 'B' ? Skip(Nothing()) : Read(Escape());
            case '.' or '*' or '+' or '?' or '{' or ')':
                _isUnknown |= c != '.';
                return Read(Characters.Other);
            default:
                return Read(Of(c));
        }

        int[] Skip(int[] table)
        {
            _position++;
            return table;
        }
    }

    private int[] Group(int depth)
    {
        bool isLookaround = false;
        if (Take('?'))
        {
            isLookaround = TakeText("=") || TakeText("!") || TakeText("<=") || TakeText("<!");
            _isUnknown |= !isLookaround && !TakeText(":") && !TakeName();
        }

        _lookarounds += isLookaround ? 1 : 0;
        _isUnknown |= depth == MaxDepth;
        int[] table = _isUnknown ? Nothing() : Alternatives(depth + 1);
        _isUnknown |= !Take(')');
        _lookarounds -= isLookaround ? 1 : 0;
        return isLookaround ? Nothing() : table;
    }

    /// <summary>Reads the name of a group: <c>&lt;name&gt;</c>, in Python <c>P&lt;name&gt;</c>.</summary>
    private bool TakeName()
    {
        TakeText("P");
        int end = Take('<') ? _text.IndexOf('>', _position) : -1;
        _position = end < 0 ? _position : end + 1;
        return end >= 0;
    }

    private Characters Class()
    {
        bool isNegated = Take('^');
        Characters all = Characters.None;
        while (_position < _text.Length && _text[_position] != ']')
        {
            int first = _position;
            Characters one = ClassCharacter();
            if (_position + 1 < _text.Length && _text[_position] == '-' && _text[_position + 1] != ']')
            {
                // A range has digits alone, or it has other characters.
                one |= Range(first) ? Characters.Digit : Characters.Other;
            }

            all |= one;
        }

        _isUnknown |= !Take(']');
        return isNegated || all == Characters.None ? Characters.Other : all;
    }

    private Characters ClassCharacter()
    {
        char c = _text[_position++];
        return c == '\\' ? Escape() : Of(c);
    }

    /// <summary>Reads the end of a range. Returns whether all characters of it are digits.</summary>
    private bool Range(int first)
    {
        _position++;
        int last = _position;
        ClassCharacter();
        return _position == last + 1 && _text[first] is >= '0' and <= '9' && _text[last] is >= '0' and <= '9';
    }

    private Characters Escape()
    {
        if (_position == _text.Length)
        {
            _isUnknown = true;
            return Characters.Other;
        }

        char c = _text[_position++];
        bool isWord = char.IsLetterOrDigit(c);
        _isUnknown |= isWord && c is not ('d' or 'D' or 'w' or 'W' or 's' or 'S');
        return c == 'd' ? Characters.Digit : isWord ? Characters.Other : Of(c);
    }

    private int[] Quantified(int[] table)
    {
        (int least, int? most) = Take('*') ? (0, null) : Take('+') ? (1, null) : Take('?') ? (0, 1) : Count();

        // Lazy or possessive: another way to look for the same strings.
        if (least != 1 || most != 1)
        {
            _ = Take('?') || Take('+');
        }

        // More repetitions than there are states lead nowhere else.
        int[] result = Nothing();
        for (int i = 0; i < Math.Min(least, States); i++)
        {
            result = Then(result, table);
        }

        int[] optional = Either(Nothing(), table);
        for (int i = least; i < Math.Min(most ?? int.MaxValue, least + States); i++)
        {
            result = Then(result, optional);
        }

        return result;
    }

    /// <summary>The bounds in braces; one where there are none.</summary>
    private (int Least, int? Most) Count()
    {
        if (!Take('{'))
        {
            return (1, 1);
        }

        int least = Integer() ?? 0;
        int? most = Take(',') ? Integer() : least;
        _isUnknown |= !Take('}');
        return (least, most);
    }

    private int? Integer()
    {
        const int enough = 1000;
        int? value = null;
        while (_position < _text.Length && _text[_position] is >= '0' and <= '9')
        {
            value = Math.Min(enough, ((value ?? 0) * 10) + _text[_position++] - '0');
        }

        return value;
    }

    private bool Take(char c)
    {
        bool isThere = _position < _text.Length && _text[_position] == c;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    private bool TakeText(string text)
    {
        bool isThere = string.CompareOrdinal(_text, _position, text, 0, text.Length) == 0;
        _position += isThere ? text.Length : 0;
        return isThere;
    }

    private static Characters Of(char c) => c switch
    {
        >= '0' and <= '9' => Characters.Digit,
        '+' or '-' => Characters.Sign,
        '.' => Characters.Point,
        'e' or 'E' => Characters.Exponent,
        _ => Characters.Other,
    };

    /// <summary>The table of one character.</summary>
    private int[] Read(Characters characters)
    {
        _all |= _lookarounds == 0 ? characters : Characters.None;
        int[] table = new int[States];
        for (int state = 0; state < States; state++)
        {
            foreach (Characters one in new[] { Characters.Digit, Characters.Sign, Characters.Point, Characters.Exponent, Characters.Other })
            {
                table[state] |= (characters & one) != 0 && state != End ? 1 << Next(state, one) : 0;
            }
        }

        return table;
    }

    private static int Next(int state, Characters one) => (state, one) switch
    {
        (Start or Sign or Digits, Characters.Digit) => Digits,
        (Start, Characters.Sign) => Sign,
        (Start or Sign, Characters.Point) => Point,
        (Digits, Characters.Point) => Fraction,
        (Point or Fraction, Characters.Digit) => Fraction,
        (Digits or Fraction, Characters.Exponent) => Exponent,
        (Exponent, Characters.Sign) => ExponentSign,
        (Exponent or ExponentSign or ExponentDigits, Characters.Digit) => ExponentDigits,
        _ => Other,
    };

    /// <summary>An anchor: of the start, no string has it after its first character; after the end, no string goes on.</summary>
    private static int[] Anchor(bool isStart)
    {
        int[] table = new int[States];
        for (int state = 0; state < States; state++)
        {
            table[state] = isStart
                ? state is Open or Start ? 1 << Start : state == Other ? 1 << Other : 0
                : 1 << (state is Open or Other ? Other : End);
        }

        return table;
    }

    /// <summary>The table of the empty string.</summary>
    private static int[] Nothing()
    {
        int[] table = new int[States];
        for (int state = 0; state < States; state++)
        {
            table[state] = 1 << state;
        }

        return table;
    }

    private static int[] Then(int[] first, int[] second)
    {
        int[] table = new int[States];
        for (int state = 0; state < States; state++)
        {
            for (int between = 0; between < States; between++)
            {
                table[state] |= (first[state] & (1 << between)) != 0 ? second[between] : 0;
            }
        }

        return table;
    }

    private static int[] Either(int[] first, int[] second)
    {
        int[] table = new int[States];
        for (int state = 0; state < States; state++)
        {
            table[state] = first[state] | second[state];
        }

        return table;
    }
}
