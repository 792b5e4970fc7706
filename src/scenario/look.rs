//! What a speaker looks like: closed sets of words that the window knows how to draw.

use crate::diagnostic::{Diagnostic, Rule, Spanned};
use crate::notation::{Fields, FromNode, Node, Word, word};

/// A speaker's face and clothes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    /// Years, [`Look::AGES`].
    pub age: u8,
    /// The cut of the hair.
    pub hair: Hair,
    /// Its colour.
    pub hair_color: HairColor,
    /// The tone of the skin.
    pub skin: Skin,
    /// The clothes.
    pub dress: Dress,
    /// Whether glasses are worn.
    pub glasses: bool,
}

impl Look {
    /// The ages that can be drawn, in years.
    pub const AGES: std::ops::RangeInclusive<u8> = 18..=90;
}

macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $inner:literal])+ $variant:ident,)+ })+) => {
        $($(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $inner])+ $variant,)+
        }

        impl Word for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$((stringify!($variant), Self::$variant)),+];
        }

        impl<'t> FromNode<'t> for $name {
            fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
                word(node, faults)
            }
        })+
    };
}

words! {
    /// A cut of hair.
    Hair {
        /// Chin-length, with a fringe.
        Bob,
        /// To the shoulders.
        Long,
        /// Tied up behind.
        Bun,
        /// Short and parted.
        Short,
        /// Clipped close.
        Cropped,
        /// Short, and gone from the temples.
        Receding,
    }
    /// A colour of hair.
    HairColor {
        /// Black.
        Black,
        /// Dark brown.
        Brown,
        /// Chestnut.
        Chestnut,
        /// Grey.
        Grey,
        /// White.
        White,
    }
    /// A tone of skin.
    Skin {
        /// Light.
        Light,
        /// Between light and tan.
        Medium,
        /// Tan.
        Tan,
        /// Brown.
        Brown,
        /// Dark brown.
        Dark,
    }
    /// Clothes, as far as the collar.
    Dress {
        /// A dark suit, shirt and tie.
        Suit,
        /// A jacket over a plain top.
        Jacket,
        /// A cardigan over a blouse.
        Cardigan,
        /// A shirt with its collar open.
        Shirt,
        /// A shop's apron.
        Apron,
    }
}

impl<'t> FromNode<'t> for Look {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-look", faults)?;
        let age: Option<Spanned<i64>> = fields.need("age", faults);
        let (hair, hair_color) = (fields.need("hair", faults), fields.need("hair_color", faults));
        let (skin, dress) = (fields.need("skin", faults), fields.need("dress", faults));
        let glasses = fields.may("glasses", faults).unwrap_or_default();
        fields.finish(faults);
        let age = age?;
        let years = u8::try_from(age.value).ok().filter(|years| Self::AGES.contains(years));
        if years.is_none() {
            let finding =
                Diagnostic::new(Rule::OutOfRange, age.span).with("written", age.value.to_string());
            faults.push(
                finding
                    .with("min", i64::from(*Self::AGES.start()))
                    .with("max", i64::from(*Self::AGES.end())),
            );
        }
        Some(Self {
            age: years?,
            hair: hair?,
            hair_color: hair_color?,
            skin: skin?,
            dress: dress?,
            glasses,
        })
    }
}
